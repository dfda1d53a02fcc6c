// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogRebuild;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ledgerfiles.FileLogStorage;

/// Puts a backup into a new data folder and marks it as restored: the node that opens it stays
/// read-only until its partners have said what they saw of its ledger.
public final class Restore {
  private static final String SETTINGS = "node.properties";

  private final Path backup;
  private final DataFolder to;

  /// From `backup` to the new folder `to`.
  public Restore(Path backup, DataFolder to) {
    this.backup = backup;
    this.to = to;
  }

  /// Checks every file of the backup against its manifest, then copies it. The settings come last,
  /// so that a folder that was not finished is no node.
  ///
  /// @throws ConfigException with code EXISTS if there is anything in the target, or VALUE if the
  ///   backup is not as it was made
  public void make() throws ConfigException, IOException {
    if (PrivateFiles.isTaken(to.root())) {
      throw new ConfigException(ConfigException.Code.EXISTS, to.root().toString());
    }
    Path manifest = backup.resolve(Backup.MANIFEST);
    if (!Files.exists(manifest)) {
      throw new ConfigException(
          ConfigException.Code.NO_DATA_FOLDER, backup + " has no " + Backup.MANIFEST);
    }
    List<String> expected = Files.readAllLines(manifest);
    for (String line : expected) {
      String path = line.substring(line.indexOf(' ') + 1);
      Path file = backup.resolve(path).normalize();
      // Nobody signs a manifest: what it names must lie in the backup, and goes into the new
      // folder.
      boolean within =
          file.startsWith(backup.normalize())
              && to.root().resolve(path).normalize().startsWith(to.root().normalize());
      if (!within || !Files.isRegularFile(file) || !Backup.line(file, path).equals(line)) {
        throw new ConfigException(
            ConfigException.Code.VALUE, "a file of the backup is missing or changed: " + path);
      }
    }
    PrivateFiles.makeFolder(to.root());
    PrivateFiles.replace(to.restored(), Bytes.utf8("not compared with partners yet\n"));
    for (String line : expected) {
      String path = line.substring(line.indexOf(' ') + 1);
      if (!path.equals(SETTINGS)) {
        Backup.copy(backup.resolve(path), to.root().resolve(path));
      }
    }
    PrivateFiles.makeFolder(to.root().resolve("keys"));
    settingsWithoutDatabaseAndMirror();
  }

  /// Puts the ledger of the mirror in place of that of the backup, whole, and keeps the latter.
  public void takeMissingFrom(Path mirror)
      throws IOException, LedgerException, LogStorageException {
    Files.move(to.ledger(), to.root().resolve("ledger-of-backup"));
    LogRebuild.rebuild(new FileLogStorage(mirror), new FileLogStorage(to.ledger()));
  }

  /// A restored node runs on the embedded database of the backup, with a fresh mirror beside it.
  private void settingsWithoutDatabaseAndMirror() throws IOException {
    List<String> kept =
        Files.readAllLines(backup.resolve(SETTINGS)).stream()
            .filter(line -> !line.startsWith("database.") && !line.startsWith("mirror"))
            .toList();
    PrivateFiles.replace(to.settings(), Bytes.utf8(String.join("\n", kept) + "\n"));
  }
}
