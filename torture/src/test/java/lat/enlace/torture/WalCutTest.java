// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database whose log is cut behind an acknowledged transaction has all up to it, whole
/// transactions only, and is not damaged.
class WalCutTest {
  private static final int SEEDS = 40;

  @TempDir private Path folder = Path.of("");

  @Test
  void strike_keepsAcknowledgedTransactionsAndMayTakeLaterOnes() throws IOException, SQLException {
    int shorter = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path copy = Files.createDirectory(folder.resolve("copy-" + seed)).resolve("db.sqlite");
      WalMark acknowledged = crashed(copy);
      new WalCut(copy, new SplittableRandom(seed)).strike(acknowledged);
      int rows = rows(copy);
      assertThat(rows).isBetween(3, 6);
      shorter += rows < 6 ? 1 : 0;
    }
    assertThat(shorter).isPositive();
  }

  /// Six transactions, as a killed process leaves them, the third the last that was acknowledged.
  private WalMark crashed(Path copy) throws IOException, SQLException {
    Path live = folder.resolve("live.sqlite");
    Files.deleteIfExists(live);
    WalMark acknowledged = WalMark.NONE;
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + live + "?journal_mode=WAL&synchronous=FULL");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (n integer)");
      for (int i = 1; i <= 6; i++) {
        statement.execute("insert into t values (" + i + ")");
        if (i == 3) {
          acknowledged = WalMark.of(live);
        }
      }
      Files.copy(live, copy);
      Files.copy(WalMark.log(live), WalMark.log(copy));
      Files.copy(WalMark.index(live), WalMark.index(copy));
    }
    return acknowledged;
  }

  private static int rows(Path database) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      try (ResultSet sound = statement.executeQuery("pragma integrity_check")) {
        assertThat(sound.next()).isTrue();
        assertThat(sound.getString(1)).isEqualTo("ok");
      }
      try (ResultSet count = statement.executeQuery("select count(*), max(n) from t")) {
        assertThat(count.next()).isTrue();
        assertThat(count.getInt(2)).isEqualTo(count.getInt(1));
        return count.getInt(1);
      }
    }
  }
}
