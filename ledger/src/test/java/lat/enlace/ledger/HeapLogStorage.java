// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;

/// Files in memory that never fail and never forget.
class HeapLogStorage implements LogStorage {
  private final TreeMap<String, Bytes> files = new TreeMap<>();
  private final Set<String> leases = new HashSet<>();
  private int syncs;

  int syncs() {
    return syncs;
  }

  HeapLogStorage copy() {
    HeapLogStorage copy = new HeapLogStorage();
    copy.files.putAll(files);
    return copy;
  }

  @Override
  public Optional<Bytes> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public List<String> list(String directory) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
  }

  @Override
  public LogLease lease() throws LogStorageException {
    if (!leases.add("writer")) {
      throw new LogStorageException(LogStorageException.Code.LEASE_HELD);
    }
    return () -> leases.remove("writer");
  }

  @Override
  public void write(String path, Bytes content) {
    files.put(path, content);
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    files.put(path, content);
  }

  @Override
  public void append(String path, Bytes content) {
    files.merge(path, content, Bytes::concat);
  }

  @Override
  public void delete(String path) {
    files.remove(path);
  }

  @Override
  public void sync(Collection<String> paths) {
    syncs++;
  }
}
