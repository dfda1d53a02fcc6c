// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Everything one node keeps, in one folder.
public record DataFolder(Path root) {
  /// What the names of the logs that ended, and of their keys files, begin with.
  public static final String ENDED_LEDGER = "ledger-ended-";

  /// The settings.
  public Path settings() {
    return root.resolve("node.properties");
  }

  /// The ledger, a C2SP tiled log.
  public Path ledger() {
    return root.resolve("ledger");
  }

  /// The second copy of the ledger, unless the settings put it elsewhere.
  public Path ledgerMirror() {
    return root.resolve("ledger-mirror");
  }

  /// The verifier keys of the ledger, one per line, then the quorum.
  public Path verifierKeys() {
    return root.resolve("ledger.vkeys");
  }

  /// The embedded database.
  public Path database() {
    return root.resolve("db.sqlite");
  }

  /// Files that items name, encrypted.
  public Path attachments() {
    return root.resolve("attachments");
  }

  /// The node record in force, as the signed note that partners adopt.
  public Path nodeRecord() {
    return root.resolve("node-record.note");
  }

  /// Node records signed ahead of their time, one file each, named by number.
  public Path preparedRecords() {
    return root.resolve("node-records");
  }

  /// There if this log succeeds one that ended: the highest head known of that one.
  public Path succeeds() {
    return root.resolve("succeeds.note");
  }

  /// What is kept of the log `number` that ended; 1 is the first.
  public Path endedLedger(long number) {
    return root.resolve(ENDED_LEDGER + number);
  }

  /// The public half of the root key, as instruments name it.
  public Path rootKey() {
    return root.resolve("root.vkey");
  }

  /// There from a restore until every partner's memory of the ledger was compared.
  public Path restored() {
    return root.resolve("RESTORED");
  }

  /// Takes the folder for this process, until closed.
  ///
  /// @throws ConfigException with code IN_USE, NO_DATA_FOLDER or FAILED
  public Hold hold() throws ConfigException {
    if (!Files.exists(settings())) {
      throw new ConfigException(ConfigException.Code.NO_DATA_FOLDER, root.toString());
    }
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ConfigException(ConfigException.Code.IN_USE, root.toString());
      }
      return new Hold(channel);
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, root.toString(), e);
    }
  }

  @org.jspecify.annotations.Nullable
  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// The right to use a data folder.
  public static final class Hold implements AutoCloseable {
    private final FileChannel channel;

    private Hold(FileChannel channel) {
      this.channel = channel;
    }

    /// Gives it back.
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock ends with the process at the latest.
      }
    }
  }
}
