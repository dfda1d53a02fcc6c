// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;

/// A log whose bundles, journal and checkpoint are kept twice: what is synced is durable in both
/// places. Hash tiles are kept once, for they can be rebuilt ({@link LogRebuild}).
///
/// A mirror that lacks what the log already held is filled before anything is added ({@link
/// #level}). If either place fails, so does the operation: a mirror that silently stopped would be
/// found out on the day it is needed. To go on without it, open the log without it.
public final class MirroredLogStorage implements LogStorage {
  static final String BUNDLES = "tile/entries";

  private final LogStorage primary;
  private final LogStorage mirror;

  /// Reads from `primary`, writes to both.
  public MirroredLogStorage(LogStorage primary, LogStorage mirror) {
    this.primary = primary;
    this.mirror = mirror;
  }

  @Override
  public Optional<Bytes> read(String path) throws LogStorageException {
    return primary.read(path);
  }

  @Override
  public List<String> list(String directory) throws LogStorageException {
    return primary.list(directory);
  }

  @Override
  public LogLease lease() throws LogStorageException {
    LogLease first = primary.lease();
    try {
      LogLease second = mirror.lease();
      return () -> closeBoth(first, second);
    } catch (LogStorageException e) {
      first.close();
      throw e;
    }
  }

  @Override
  public void level() throws LedgerException, LogStorageException {
    new MirrorFilling(primary, mirror).fill();
  }

  @Override
  public void write(String path, Bytes content) throws LogStorageException {
    primary.write(path, content);
    if (mirrored(path)) {
      mirror.write(path, content);
    }
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    primary.replace(path, content);
    if (mirrored(path)) {
      mirror.replace(path, content);
    }
  }

  @Override
  public void append(String path, Bytes content) throws LogStorageException {
    primary.append(path, content);
    if (mirrored(path)) {
      mirror.append(path, content);
    }
  }

  @Override
  public void delete(String path) throws LogStorageException {
    primary.delete(path);
    if (mirrored(path)) {
      mirror.delete(path);
    }
  }

  @Override
  public void sync(Collection<String> paths) throws LogStorageException {
    primary.sync(paths);
    List<String> twice = paths.stream().filter(MirroredLogStorage::mirrored).toList();
    if (!twice.isEmpty()) {
      mirror.sync(twice);
    }
  }

  @Override
  public LogSync syncBehind(Collection<String> paths) throws LogStorageException {
    List<String> twice = paths.stream().filter(MirroredLogStorage::mirrored).toList();
    LogSync first = primary.syncBehind(paths);
    return twice.isEmpty() ? first : new Both(first, mirror.syncBehind(twice));
  }

  private record Both(LogSync first, LogSync second) implements LogSync {
    @Override
    public boolean isDone() throws LogStorageException {
      return first.isDone() && second.isDone();
    }

    @Override
    public void await() throws LogStorageException {
      first.await();
      second.await();
    }
  }

  private static boolean mirrored(String path) {
    return path.startsWith(BUNDLES + "/") || !path.startsWith("tile/");
  }

  private static void closeBoth(LogLease first, LogLease second) throws LogStorageException {
    try {
      second.close();
    } finally {
      first.close();
    }
  }
}
