// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Row;
import lat.enlace.exchange.port.StoreException;

/// The rows of one connection, within the transaction that is open on it. Used on the connection's
/// thread only.
public final class SqlRows {
  private static final String SELECT = "select key, value from entry where space = ? and ";
  private static final String ORDER = " order by key limit ?";
  private static final String GET = "select value from entry where space = ? and key = ?";
  private static final String PUT =
      "insert into entry (space, key, value) values (?, ?, ?)"
          + " on conflict (space, key) do update set value = excluded.value";
  private static final String DELETE = "delete from entry where space = ? and key = ?";

  private final Connection connection;
  private final Dialect dialect;
  private final ValueCipher cipher;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean broken;

  SqlRows(Connection connection, Dialect dialect, ValueCipher cipher) {
    this.connection = connection;
    this.dialect = dialect;
    this.cipher = cipher;
  }

  /// The value at `key`.
  public Optional<Bytes> get(String space, String key) {
    byte[] rowKey = utf8(key);
    return sql(
        GET,
        statement -> {
          statement.setString(1, space);
          statement.setBytes(2, rowKey);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(cipher.open(space, rowKey, rows.getBytes(1)))
                : Optional.empty();
          }
        });
  }

  /// Rows as {@link lat.enlace.exchange.port.Store.View#scan} gives them.
  public List<Row> scan(String space, String prefix, String after, int limit) {
    byte[] low = utf8(prefix);
    byte[] from = utf8(after);
    boolean resume = !after.isEmpty() && Arrays.compareUnsigned(from, low) >= 0;
    String lower = resume ? "key > ?" : "key >= ?";
    String text = SELECT + lower + (prefix.isEmpty() ? "" : " and key < ?") + ORDER;
    return sql(
        text,
        statement -> {
          int at = 1;
          statement.setString(at++, space);
          statement.setBytes(at++, resume ? from : low);
          if (!prefix.isEmpty()) {
            statement.setBytes(at++, behind(low));
          }
          statement.setInt(at, limit);
          return rows(space, statement);
        });
  }

  /// Sets the value at `key`.
  public void put(String space, String key, Bytes value) {
    byte[] rowKey = utf8(key);
    sql(
        PUT,
        statement -> {
          statement.setString(1, space);
          statement.setBytes(2, rowKey);
          statement.setBytes(3, cipher.seal(space, rowKey, value));
          return statement.executeUpdate();
        });
  }

  /// Removes `key`.
  public void delete(String space, String key) {
    sql(
        DELETE,
        statement -> {
          statement.setString(1, space);
          statement.setBytes(2, utf8(key));
          return statement.executeUpdate();
        });
  }

  private List<Row> rows(String space, PreparedStatement statement) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        byte[] key = rows.getBytes(1);
        Bytes value = cipher.open(space, key, rows.getBytes(2));
        found.add(new Row(new String(key, StandardCharsets.UTF_8), value));
      }
    }
    return List.copyOf(found);
  }

  private <T> T sql(String text, StatementWork<T> work) {
    try {
      PreparedStatement statement = prepared.get(text);
      if (statement == null) {
        statement = connection.prepareStatement(text);
        prepared.put(text, statement);
      }
      return work.run(statement);
    } catch (SQLException e) {
      broken = true;
      throw new StoreException(dialect.codeOf(e), e);
    }
  }

  /// A transaction in which a statement failed must not be committed, even if the failure was
  /// caught: PostgreSQL would roll it back and call that a success.
  void requireUnbroken() {
    if (broken) {
      throw new StoreException(StoreException.Code.FAILED);
    }
  }

  /// The first key behind all keys that begin with `prefix`. UTF-8 has no byte 0xff.
  private static byte[] behind(byte[] prefix) {
    byte[] bound = prefix.clone();
    bound[bound.length - 1]++;
    return bound;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Something done with a prepared statement.
  private interface StatementWork<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
