// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import lat.enlace.exchange.port.StoreException;

/// The two databases, and where they differ.
public enum Dialect {
  /// SQLite, embedded: write-ahead log, every commit synced.
  SQLITE {
    @Override
    List<String> schema() {
      return List.of(
          tableOfValues("blob") + " without rowid", tableOfKeys("blob") + " without rowid");
    }

    @Override
    List<String> onConnect() {
      // Pages kept at hand, in KiB, and pages in the write-ahead log before they go to their
      // places.
      return List.of("pragma cache_size = -16000", "pragma wal_autocheckpoint = 4000");
    }

    // By statements, because the driver's own commit begins the next transaction at once and so
    // would hold the write lock for ever.
    @Override
    void begin(Connection connection, boolean write) throws SQLException {
      execute(connection, write ? "begin immediate" : "begin");
    }

    @Override
    void commit(Connection connection) throws SQLException {
      execute(connection, "commit");
    }

    @Override
    void rollback(Connection connection) throws SQLException {
      execute(connection, "rollback");
    }

    @Override
    void settle(Connection connection) throws SQLException {
      execute(connection, "pragma wal_checkpoint(truncate)");
    }

    @Override
    StoreException.Code codeOf(SQLException e) {
      return switch (e.getErrorCode() & PRIMARY_CODE) {
        case 5, 6 -> StoreException.Code.LOCKED;
        case 11, 26 -> StoreException.Code.CORRUPT;
        case 13 -> StoreException.Code.FULL;
        case 14 -> StoreException.Code.UNREACHABLE;
        default -> StoreException.Code.FAILED;
      };
    }
  },
  /// PostgreSQL 14 or later; one node per database, held by an advisory lock.
  POSTGRES {
    @Override
    List<String> schema() {
      return List.of(tableOfValues("bytea"), tableOfKeys("bytea"));
    }

    @Override
    List<String> onConnect() {
      return List.of("set synchronous_commit = on");
    }

    @Override
    void begin(Connection connection, boolean write) throws SQLException {
      if (connection.getAutoCommit()) {
        connection.setReadOnly(!write);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
      }
    }

    @Override
    void commit(Connection connection) throws SQLException {
      connection.commit();
    }

    @Override
    void rollback(Connection connection) throws SQLException {
      connection.rollback();
    }

    @Override
    void settle(Connection connection) {
      // The server vacuums by itself; what it still has of old rows opens no more.
    }

    @Override
    StoreException.Code codeOf(SQLException e) {
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("28")) {
        return StoreException.Code.UNREACHABLE;
      }
      return switch (state) {
        case "53100" -> StoreException.Code.FULL;
        case "55P03", "40P01" -> StoreException.Code.LOCKED;
        case "XX001", "XX002" -> StoreException.Code.CORRUPT;
        default -> StoreException.Code.FAILED;
      };
    }
  };

  private static final int PRIMARY_CODE = 0xff;

  /// Statements that make the table if it is not there.
  abstract List<String> schema();

  /// Statements that every new connection begins with.
  abstract List<String> onConnect();

  /// Begins a transaction that sees one snapshot.
  abstract void begin(Connection connection, boolean write) throws SQLException;

  /// Makes it durable.
  abstract void commit(Connection connection) throws SQLException;

  /// Undoes it.
  abstract void rollback(Connection connection) throws SQLException;

  /// Brings what was changed to its place and empties the log of changes, outside of a transaction.
  abstract void settle(Connection connection) throws SQLException;

  /// What an exception of this database means.
  abstract StoreException.Code codeOf(SQLException e);

  /// What an exception of this database means, for whoever looks from outside.
  public StoreException.Code meaning(SQLException e) {
    return codeOf(e);
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static String tableOfValues(String bytes) {
    return table("entry", bytes, "value");
  }

  private static String tableOfKeys(String bytes) {
    return table("row_key", bytes, "wrapped");
  }

  private static String table(String name, String bytes, String content) {
    return "create table if not exists %s (space text not null, key %s not null, %s %s not null, primary key (space, key))"
        .formatted(name, bytes, content, bytes);
  }
}
