// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.nio.file.Path;
import java.util.List;

/// Where the database is.
///
/// @param url JDBC URL
/// @param user and password: empty for SQLite
public record DatabaseSettings(Dialect dialect, String url, String user, String password) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String SQLITE_OPTIONS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&secure_delete=true&foreign_keys=on";

  /// The embedded database in one file.
  public static DatabaseSettings sqlite(Path file) {
    return new DatabaseSettings(Dialect.SQLITE, SQLITE + file + SQLITE_OPTIONS, "", "");
  }

  /// A PostgreSQL database.
  ///
  /// @param url for instance {@code jdbc:postgresql://localhost/enlace}
  public static DatabaseSettings postgres(String url, String user, String password) {
    return new DatabaseSettings(Dialect.POSTGRES, url, user, password);
  }

  /// The file of an embedded database: none or one.
  List<Path> file() {
    return switch (dialect) {
      case SQLITE -> List.of(Path.of(url.substring(SQLITE.length(), url.indexOf('?'))));
      case POSTGRES -> List.of();
    };
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + dialect + "]";
  }
}
