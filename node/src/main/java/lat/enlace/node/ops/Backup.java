// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.store.Dialect;
import lat.enlace.node.store.RowCopy;

/// Copies a node, also while it runs: as a crash at one moment would leave it, which opening mends.
///
/// The database is held against writing while it and the end of the ledger are copied. So the copy
/// of the ledger has no entry that the copy of the database does not know. What never changes once
/// written is copied before, so that the node is held up for a moment only.
public final class Backup {
  /// The list of files with their digests.
  public static final String MANIFEST = "MANIFEST";

  private static final int PIECE = 1 << 16;

  private static final List<String> SINGLE =
      List.of("node.properties", "ledger.vkeys", "node-record.note", "root.vkey");

  private final DataFolder from;
  private final DatabaseSettings database;
  private final Path to;

  /// Copies `from`, whose database is `database`, to the new folder `to`.
  public Backup(DataFolder from, DatabaseSettings database, Path to) {
    this.from = from;
    this.database = database;
    this.to = to;
  }

  /// Makes the copy.
  ///
  /// @return how many files it has
  public int make() throws IOException, SQLException {
    PrivateFiles.makeFolder(to);
    copyMost(from.ledger(), to.resolve("ledger"));
    try (Connection holder =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement hold = holder.createStatement()) {
      holdWrites(holder, hold);
      RowCopy.toSqlite(database, holder, to.resolve("db.sqlite"));
      copyChanged(from.ledger(), to.resolve("ledger"));
      // No key that a row of the copy needs is destroyed while writing is held.
      copyChanged(from.root().resolve("keys"), to.resolve("keys"));
      hold.execute("rollback");
    }
    copyChanged(from.preparedRecords(), to.resolve("node-records"));
    for (String name : SINGLE) {
      copy(from.root().resolve(name), to.resolve(name));
    }
    copyEndedLogs();
    if (Files.exists(from.succeeds())) {
      copy(from.succeeds(), to.resolve("succeeds.note"));
    }
    List<String> lines = manifest(to);
    PrivateFiles.replace(to.resolve(MANIFEST), Bytes.utf8(String.join("\n", lines) + "\n"));
    return lines.size();
  }

  /// The logs that ended before, with their keys: old proofs are made from them. They never change.
  private void copyEndedLogs() throws IOException {
    try (DirectoryStream<Path> ended =
        Files.newDirectoryStream(from.root(), DataFolder.ENDED_LEDGER + "*")) {
      for (Path one : ended) {
        Path copy = to.resolve(String.valueOf(one.getFileName()));
        if (Files.isDirectory(one)) {
          copyChanged(one, copy);
        } else {
          copy(one, copy);
        }
      }
    }
  }

  /// The line of the manifest for `file`, which is at `path` in the backup. Reads it in pieces: a
  /// database is longer than memory.
  static String line(Path file, String path) throws IOException {
    MessageDigest digest = Hash.newSha256();
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest()) + " " + path;
  }

  /// One line per file below `folder`: digest and path.
  private static List<String> manifest(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (!path.equals(MANIFEST)) {
        lines.add(line(file, path));
      }
    }
    return lines;
  }

  /// Copies what it can of a folder that is being written: what is replaced meanwhile is copied
  /// once writing is held.
  private static void copyMost(Path source, Path target) throws IOException {
    try {
      copyChanged(source, target);
    } catch (NoSuchFileException e) {
      if (!Files.exists(source)) {
        throw e;
      }
    }
  }

  /// Copies files that are not there or differ in size or time, and drops those no longer there.
  private static void copyChanged(Path source, Path target) throws IOException {
    PrivateFiles.makeFolder(target);
    for (Path file : files(source)) {
      Path copy = target.resolve(source.relativize(file).toString());
      if (!Files.exists(copy)
          || Files.size(copy) != Files.size(file)
          || !Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file))) {
        copy(file, copy);
      }
    }
    for (Path copy : files(target)) {
      if (!Files.exists(source.resolve(target.relativize(copy).toString()))) {
        Files.delete(copy);
      }
    }
  }

  private void holdWrites(Connection holder, Statement hold) throws SQLException {
    if (database.dialect() == Dialect.POSTGRES) {
      // Within a transaction that the driver knows of, rows come in pieces and not all at once.
      holder.setAutoCommit(false);
      holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      hold.execute("lock table entry, row_key in share mode");
    } else {
      hold.execute("begin immediate");
    }
  }

  static void copy(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.resolveSibling(""));
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(Backup::isInPlace).sorted().toList();
    }
  }

  /// False of a replacement that is not yet in place.
  private static boolean isInPlace(Path file) {
    return !String.valueOf(file.getFileName()).endsWith(".tmp");
  }
}
