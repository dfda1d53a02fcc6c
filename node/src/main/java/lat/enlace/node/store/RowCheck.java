// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import lat.enlace.exchange.port.StoreException;
import org.jspecify.annotations.Nullable;

/// A look at every row of a node's database, of a stopped node or a running one: each opens under
/// its key, and what holds them is whole. It changes nothing and names no key of a row.
///
/// A row that was taken away together with its key, or put back as it was at an earlier time, is
/// not found.
public final class RowCheck {
  private static final String ROWS =
      "select e.space, e.key, e.value, k.wrapped from entry e"
          + " left join row_key k on k.space = e.space and k.key = e.key";
  private static final String KEYS_ALONE =
      "select count(*) from row_key k where not exists"
          + " (select 1 from entry e where e.space = k.space and e.key = k.key)";
  private static final Pattern SPACE = Pattern.compile("[a-z]{1,20}");
  private static final byte[] NO_KEY = new byte[0];

  private RowCheck() {}

  /// What was seen.
  ///
  /// @param structure what the database says of its own pages; none if they are whole
  /// @param looked how many rows there are
  /// @param hurt by space, how many rows do not open
  /// @param keysAlone how many keys have no row
  public record Seen(List<String> structure, long looked, Map<String, Long> hurt, long keysAlone) {
    /// Copies the collections.
    public Seen {
      structure = List.copyOf(structure);
      hurt = Map.copyOf(hurt);
    }

    /// True if nothing is hurt.
    public boolean sound() {
      return structure.isEmpty() && hurt.isEmpty() && keysAlone == 0;
    }
  }

  /// Looks.
  ///
  /// @param key of values that last
  /// @throws StoreException if the database cannot be read to its end
  public static Seen look(
      DatabaseSettings settings, SecretKey key, WrappingKeys wrapping, SecureRandom random) {
    ValueCipher cipher = new ValueCipher(key, wrapping, random);
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
      connection.setAutoCommit(false);
      List<String> structure =
          settings.dialect() == Dialect.SQLITE ? structure(connection) : List.of();
      Map<String, Long> hurt = new TreeMap<>();
      long looked = rows(connection, cipher, hurt);
      Seen seen = new Seen(structure, looked, hurt, keysAlone(connection));
      connection.rollback();
      return seen;
    } catch (SQLException e) {
      throw new StoreException(settings.dialect().codeOf(e), e);
    }
  }

  private static List<String> structure(Connection connection) throws SQLException {
    List<String> said = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("pragma integrity_check")) {
      while (lines.next()) {
        said.add(lines.getString(1));
      }
    }
    return said.equals(List.of("ok")) ? List.of() : said;
  }

  private static long rows(Connection connection, ValueCipher cipher, Map<String, Long> hurt)
      throws SQLException {
    long looked = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      while (rows.next()) {
        looked++;
        String space = String.valueOf(rows.getString(1));
        if (!opens(cipher, space, rows.getBytes(2), rows.getBytes(3), rows.getBytes(4))) {
          hurt.merge(SPACE.matcher(space).matches() ? space : "unnamed", 1L, Long::sum);
        }
      }
    }
    return looked;
  }

  private static boolean opens(
      ValueCipher cipher,
      String space,
      byte @Nullable [] key,
      byte @Nullable [] value,
      byte @Nullable [] wrapped) {
    if (key == null || value == null) {
      return false;
    }
    try {
      return cipher.open(space, key, value, wrapped == null ? NO_KEY : wrapped).size() >= 0;
    } catch (StoreException e) {
      return false;
    }
  }

  private static long keysAlone(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(KEYS_ALONE)) {
      return count.next() ? count.getLong(1) : 0;
    }
  }
}
