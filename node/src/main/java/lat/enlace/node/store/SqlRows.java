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
import org.jspecify.annotations.Nullable;

/// The rows of one connection, within the transaction that is open on it. Used on the connection's
/// thread only.
public final class SqlRows {
  private static final String WITH_KEY =
      " from entry e left join row_key k on k.space = e.space and k.key = e.key where e.space = ? and ";
  private static final String SELECT = "select e.key, e.value, k.wrapped" + WITH_KEY;
  private static final String ORDER = " order by e.key limit ?";
  private static final String GET = "select e.value, k.wrapped" + WITH_KEY + "e.key = ?";
  private static final String PUT =
      "insert into entry (space, key, value) values (?, ?, ?)"
          + " on conflict (space, key) do update set value = excluded.value";
  private static final String PUT_KEY =
      "insert into row_key (space, key, wrapped) values (?, ?, ?)"
          + " on conflict (space, key) do update set wrapped = excluded.wrapped";
  private static final String DELETE = "delete from entry where space = ? and key = ?";
  private static final String DELETE_KEY = "delete from row_key where space = ? and key = ?";
  private static final String KEYS =
      "select space, key, wrapped from row_key where (space, key) > (?, ?)"
          + " order by space, key limit ?";
  private static final String LASTING =
      "select e.key, e.value, k.wrapped"
          + WITH_KEY
          + "k.wrapped is null and e.key > ? order by e.key limit ?";

  private static final byte[] NO_KEY = new byte[0];

  private final Connection connection;
  private final Dialect dialect;
  private final ValueCipher cipher;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean broken;
  private boolean ended;

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
                ? Optional.of(open(space, rowKey, rows.getBytes(1), rows.getBytes(2)))
                : Optional.empty();
          }
        });
  }

  /// Rows as {@link lat.enlace.exchange.port.Store.View#scan} gives them.
  public List<Row> scan(String space, String prefix, String after, int limit) {
    byte[] low = utf8(prefix);
    byte[] from = utf8(after);
    boolean resume = !after.isEmpty() && Arrays.compareUnsigned(from, low) >= 0;
    String lower = resume ? "e.key > ?" : "e.key >= ?";
    String text = SELECT + lower + (prefix.isEmpty() ? "" : " and e.key < ?") + ORDER;
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

  /// Sets the value at `key` to one that lasts: copies of the database open it for as long as the
  /// database's key lives.
  public void put(String space, String key, Bytes value) {
    byte[] rowKey = utf8(key);
    set(PUT, space, rowKey, cipher.seal(space, rowKey, value));
  }

  /// Sets the value at `key` to one under a key of its own. After it was deleted or set anew, and a
  /// {@link KeySweep} after that, no copy of the database opens it any more.
  public void putErasable(String space, String key, Bytes value) {
    byte[] rowKey = utf8(key);
    ValueCipher.Sealed sealed = cipher.sealErasable(space, rowKey, value);
    set(PUT, space, rowKey, sealed.value().toArray());
    set(PUT_KEY, space, rowKey, sealed.wrapped().toArray());
    ended = true;
  }

  /// Removes `key`.
  public void delete(String space, String key) {
    ended = true;
    byte[] rowKey = utf8(key);
    for (String text : List.of(DELETE, DELETE_KEY)) {
      sql(
          text,
          statement -> {
            statement.setString(1, space);
            statement.setBytes(2, rowKey);
            return statement.executeUpdate();
          });
    }
  }

  /// Whether a value may have ended since this was asked last.
  boolean takeEnded() {
    boolean was = ended;
    ended = false;
    return was;
  }

  /// A place among the keys of rows, in ascending order.
  record Place(String space, Bytes key) {
    static final Place FIRST = new Place("", Bytes.EMPTY);
  }

  /// What a slice of a sweep came to.
  ///
  /// @param last the place of the last key looked at; none if there was none
  /// @param damaged keys that did not open, which are left as they are
  record Slice(List<Place> last, int damaged) {
    Slice {
      last = List.copyOf(last);
    }
  }

  /// Wraps the keys behind `after` under the current generation, at most `limit` of them. The value
  /// of a key that does not open is lost already, and keeps no other waiting.
  Slice wrapAnew(Place after, int limit) {
    List<Wrapped> page =
        sql(
            KEYS,
            statement -> {
              statement.setString(1, after.space());
              statement.setBytes(2, after.key().toArray());
              statement.setInt(3, limit);
              return wrapped(statement);
            });
    int damaged = 0;
    for (Wrapped one : page) {
      String space = one.at().space();
      byte[] rowKey = one.at().key().toArray();
      Optional<byte[]> anew;
      try {
        anew = cipher.wrapAnew(space, rowKey, one.key().toArray());
      } catch (StoreException e) {
        damaged++;
        continue;
      }
      anew.ifPresent(bytes -> set(PUT_KEY, space, rowKey, bytes));
    }
    return new Slice(page.isEmpty() ? List.of() : List.of(page.getLast().at()), damaged);
  }

  /// Gives values of `space` behind `after` that have no key of their own one, at most `limit` of
  /// them: those that an earlier build wrote.
  ///
  /// @return the key of the last one; nothing if there was none
  Optional<String> giveKeys(String space, String after, int limit) {
    List<Row> page =
        sql(
            LASTING,
            statement -> {
              statement.setString(1, space);
              statement.setBytes(2, utf8(after));
              statement.setInt(3, limit);
              return rows(space, statement);
            });
    page.forEach(row -> putErasable(space, row.key(), row.value()));
    return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().key());
  }

  private void set(String text, String space, byte[] rowKey, byte[] sealed) {
    sql(
        text,
        statement -> {
          statement.setString(1, space);
          statement.setBytes(2, rowKey);
          statement.setBytes(3, sealed);
          return statement.executeUpdate();
        });
  }

  private static List<Wrapped> wrapped(PreparedStatement statement) throws SQLException {
    List<Wrapped> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Place at = new Place(rows.getString(1), Bytes.copyOf(rows.getBytes(2)));
        found.add(new Wrapped(at, Bytes.copyOf(rows.getBytes(3))));
      }
    }
    return found;
  }

  private Bytes open(String space, byte[] rowKey, byte[] value, byte @Nullable [] wrapped) {
    return cipher.open(space, rowKey, value, wrapped == null ? NO_KEY : wrapped);
  }

  private List<Row> rows(String space, PreparedStatement statement) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        byte[] key = rows.getBytes(1);
        Bytes value = open(space, key, rows.getBytes(2), rows.getBytes(3));
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

  private record Wrapped(Place at, Bytes key) {}

  /// Something done with a prepared statement.
  private interface StatementWork<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
