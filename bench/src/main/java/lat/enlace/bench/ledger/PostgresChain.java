// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The peer: what everybody would write. A table in a real PostgreSQL, each row with the digest of
/// the row before it, one transaction an entry, and `synchronous_commit` on, so that an entry is on
/// the disk once its insert returns. The writer remembers the last digest and need not ask for it.
final class PostgresChain implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Connection connection;

  PostgresChain(Path folder) throws IOException, SQLException {
    this.server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    this.connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table chain (place bigint primary key, entry bytea not null, digest bytea not null)");
    }
    requireDurable("fsync");
    requireDurable("synchronous_commit");
  }

  private void requireDurable(String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value = statement.executeQuery("show " + setting)) {
      if (!value.next() || !"on".equals(value.getString(1))) {
        throw new IllegalStateException("the peer does not wait for the disk: " + setting);
      }
    }
  }

  /// Inserts entries for `seconds` and says how many it took in a second.
  double rate(List<Bytes> entries, double seconds) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement("insert into chain values (?, ?, ?)");
        Statement clear = connection.createStatement()) {
      clear.execute("truncate chain");
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      Hash last = Hash.sha256();
      int count = 0;
      while (System.nanoTime() < end) {
        Bytes entry = entries.get(count % entries.size());
        last = Hash.sha256(last.value(), entry);
        insert.setLong(1, count);
        insert.setBytes(2, entry.toArray());
        insert.setBytes(3, last.value().toArray());
        insert.executeUpdate();
        count++;
      }
      return count * 1e9 / (System.nanoTime() - start);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
