// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Copies all rows, still encrypted, into a new SQLite file: the form of every backup.
public final class RowCopy {
  private static final int BATCH = 500;

  private RowCopy() {}

  private enum Table {
    VALUES("entry", "value"),
    KEYS("row_key", "wrapped");

    private final String name;
    private final String content;

    Table(String name, String content) {
      this.name = name;
      this.content = content;
    }
  }

  /// Copies what a connection that holds writers off sees.
  ///
  /// @param holder a connection to `from` with an open transaction
  public static void toSqlite(DatabaseSettings from, Connection holder, Path to)
      throws SQLException {
    if (from.dialect() == Dialect.SQLITE) {
      // Another connection: the one that holds the lock may not be copied from itself.
      try (Connection reader = DriverManager.getConnection(from.url());
          Statement statement = reader.createStatement()) {
        statement.executeUpdate("backup to '" + to.toString().replace("'", "''") + "'");
      }
    } else {
      try (Connection target = DriverManager.getConnection(DatabaseSettings.sqlite(to).url())) {
        rowByRow(holder, target);
      }
    }
  }

  private static void rowByRow(Connection holder, Connection target) throws SQLException {
    try (Statement create = target.createStatement()) {
      for (String text : Dialect.SQLITE.schema()) {
        create.execute(text);
      }
    }
    target.setAutoCommit(false);
    for (Table table : Table.values()) {
      rowByRow(holder, target, table);
    }
    target.commit();
  }

  private static void rowByRow(Connection holder, Connection target, Table table)
      throws SQLException {
    try (Statement select = pieces(holder);
        ResultSet rows =
            select.executeQuery("select space, key, " + table.content + " from " + table.name);
        PreparedStatement insert =
            target.prepareStatement("insert into " + table.name + " values (?, ?, ?)")) {
      int waiting = 0;
      while (rows.next()) {
        insert.setString(1, rows.getString(1));
        insert.setBytes(2, rows.getBytes(2));
        insert.setBytes(3, rows.getBytes(3));
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /// Of which the driver keeps no more than one piece of the answer in memory.
  private static Statement pieces(Connection holder) throws SQLException {
    Statement select = holder.createStatement();
    select.setFetchSize(BATCH);
    return select;
  }
}
