// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;

/// Log storage under the node's guillotine.
final class GuardedLogStorage implements LogStorage {
  private final LogStorage files;
  private final Guillotine guillotine;

  GuardedLogStorage(LogStorage files, Guillotine guillotine) {
    this.files = files;
    this.guillotine = guillotine;
  }

  /// A changing call.
  private interface Call {
    void run() throws LogStorageException;
  }

  private void guarded(String name, Call call) throws LogStorageException {
    guillotine.gap("before " + name);
    call.run();
    guillotine.gap("after " + name);
  }

  /// The folder, or the file at the top.
  private static String place(String path) {
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  @Override
  public Optional<Bytes> read(String path) throws LogStorageException {
    return files.read(path);
  }

  @Override
  public List<String> list(String directory) throws LogStorageException {
    return files.list(directory);
  }

  @Override
  public LogLease lease() throws LogStorageException {
    return files.lease();
  }

  @Override
  public void write(String path, Bytes content) throws LogStorageException {
    guarded("write " + place(path), () -> files.write(path, content));
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    guarded("replace " + place(path), () -> files.replace(path, content));
  }

  @Override
  public void append(String path, Bytes content) throws LogStorageException {
    guarded("append " + place(path), () -> files.append(path, content));
  }

  @Override
  public void delete(String path) throws LogStorageException {
    guarded("delete " + place(path), () -> files.delete(path));
  }

  @Override
  public void sync(Collection<String> paths) throws LogStorageException {
    guarded("sync", () -> files.sync(paths));
  }
}
