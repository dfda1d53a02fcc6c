// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ledgerfiles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorageException;
import org.jspecify.annotations.Nullable;

/// The lease as a lock of the operating system on an empty file: it ends with the process that
/// holds it, however that ends. Does not hold off a second machine that mounts the same folder by a
/// file system without locks.
final class FileLease implements LogLease {
  static final String NAME = "lease";

  private final FileChannel channel;

  private FileLease(FileChannel channel) {
    this.channel = channel;
  }

  static FileLease take(Path root) throws IOException, LogStorageException {
    FileChannel channel =
        FileChannel.open(root.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new LogStorageException(LogStorageException.Code.LEASE_HELD);
    }
    return new FileLease(channel);
  }

  @Override
  public void close() throws LogStorageException {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  /// Null if another process, or this one, holds the lock.
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
