// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lat.enlace.bytes.Bytes;

/// The files of a log under examination: which there are, which were looked at, what was found.
final class FsckFiles {
  private final LogSource source;
  private final TreeSet<String> all;
  private final TreeSet<String> unseen;
  private final Set<FsckFinding> findings = new LinkedHashSet<>();

  private FsckFiles(LogSource source, List<String> all) {
    this.source = source;
    this.all = new TreeSet<>(all);
    this.unseen = new TreeSet<>(all);
  }

  static FsckFiles of(LogSource source) throws LogStorageException {
    return new FsckFiles(source, source.list(""));
  }

  Optional<Bytes> read(String path) throws LogStorageException {
    unseen.remove(path);
    return all.contains(path) ? source.read(path) : Optional.empty();
  }

  boolean has(TilePath path) {
    return all.contains(path.path());
  }

  List<String> below(String folder) {
    String prefix = folder + "/";
    List<String> paths = new ArrayList<>();
    for (String path : all.tailSet(prefix)) {
      if (!path.startsWith(prefix)) {
        break;
      }
      paths.add(path);
    }
    return paths;
  }

  void find(String path, FsckFinding.Problem problem) {
    findings.add(new FsckFinding(path, problem));
  }

  /// Every file that nothing asked for is one too many, lease and erasure marks aside.
  void reportUnseen() {
    unseen.remove(LogFiles.LEASE);
    unseen.removeIf(path -> path.startsWith(ErasureMarks.FOLDER + "/"));
    unseen.forEach(path -> find(path, FsckFinding.Problem.UNEXPECTED));
  }

  List<FsckFinding> findings() {
    return List.copyOf(findings);
  }
}
