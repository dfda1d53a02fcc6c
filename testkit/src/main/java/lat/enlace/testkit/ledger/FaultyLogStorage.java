// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogSync;
import org.jspecify.annotations.Nullable;

/// Log storage in memory that does the worst {@link LogStorage} allows.
///
/// {@link #killAfter} ends the writer at a chosen operation, {@link #failAfter} makes the storage
/// fail from then on, {@link #crash} gives the storage that a restart finds. Not thread-safe.
public final class FaultyLogStorage implements LogStorage {
  private static final int SLOW = 3;

  private final TreeMap<String, FaultyFile> files = new TreeMap<>();
  private long operations;
  private long killAt = Long.MAX_VALUE;
  private long failAt = Long.MAX_VALUE;
  private long syncs;
  private boolean leased;

  /// Lets `more` changing operations pass and kills the writer at the next.
  public void killAfter(long more) {
    killAt = operations + more;
  }

  /// Lets `more` changing operations pass and refuses all after.
  public void failAfter(long more) {
    failAt = operations + more;
  }

  /// The number of changing operations so far.
  public long operations() {
    return operations;
  }

  /// How often it was synced.
  public long syncs() {
    return syncs;
  }

  /// What is left after a crash, chosen by `random` among all that may be left. The lease is free.
  public FaultyLogStorage crash(RandomGenerator random) {
    FaultyLogStorage left = new FaultyLogStorage();
    files.forEach((path, file) -> left.put(path, file.crash(random)));
    return left;
  }

  /// A copy of what a reader sees now, all of it durable; the lease is free.
  public FaultyLogStorage copy() {
    FaultyLogStorage copy = new FaultyLogStorage();
    files.forEach((path, file) -> copy.put(path, file.now()));
    return copy;
  }

  @Override
  public Optional<Bytes> read(String path) {
    FaultyFile file = files.get(path);
    return file == null ? Optional.empty() : Optional.ofNullable(file.now());
  }

  @Override
  public List<String> list(String directory) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix) && file.getValue().now() != null)
        .map(file -> file.getKey())
        .toList();
  }

  @Override
  public LogLease lease() throws LogStorageException {
    if (leased) {
      throw new LogStorageException(LogStorageException.Code.LEASE_HELD);
    }
    leased = true;
    return () -> leased = false;
  }

  @Override
  public void write(String path, Bytes content) throws LogStorageException {
    countOperation();
    file(path).write(content);
    dieIfDue();
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    countOperation();
    file(path).replace(content);
    dieIfDue();
  }

  @Override
  public void append(String path, Bytes content) throws LogStorageException {
    countOperation();
    file(path).append(content);
    dieIfDue();
  }

  @Override
  public void delete(String path) throws LogStorageException {
    countOperation();
    file(path).delete();
    dieIfDue();
  }

  @Override
  public void sync(Collection<String> paths) throws LogStorageException {
    countOperation();
    dieIfDue();
    syncs++;
    paths.forEach(path -> file(path).sync());
  }

  /// Durable the third time somebody asks, or once somebody waits.
  @Override
  public LogSync syncBehind(Collection<String> paths) {
    return new Slow(List.copyOf(paths));
  }

  private final class Slow implements LogSync {
    private final List<String> paths;
    private int asked;

    Slow(List<String> paths) {
      this.paths = paths;
    }

    @Override
    public boolean isDone() throws LogStorageException {
      asked++;
      if (asked == SLOW) {
        sync(paths);
      }
      return asked >= SLOW;
    }

    @Override
    public void await() throws LogStorageException {
      if (asked < SLOW) {
        asked = SLOW;
        sync(paths);
      }
    }
  }

  private FaultyFile file(String path) {
    return files.computeIfAbsent(path, absent -> new FaultyFile(null));
  }

  private void put(String path, @Nullable Bytes content) {
    if (content != null) {
      files.put(path, new FaultyFile(content));
    }
  }

  private void countOperation() throws LogStorageException {
    if (operations >= failAt) {
      throw new LogStorageException(LogStorageException.Code.FULL);
    }
    operations++;
  }

  /// The operation at which the writer dies has begun: it may have been done, in part or not at
  /// all.
  private void dieIfDue() {
    if (operations > killAt) {
      throw new KilledException();
    }
  }
}
