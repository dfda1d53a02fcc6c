// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.Test;

/// A tiled log that another implementation wrote (transparency-dev/tessera), with a checkpoint for
/// each of its sizes.
class PublishedLogTest {
  private static final int SIZE = 15;

  @Test
  void root_isWhatEachCheckpointStates() throws Exception {
    HeapLogStorage log = load();
    for (int size = 0; size <= SIZE; size++) {
      Checkpoint stated = checkpoint("checkpoint." + size);

      assertThat(stated.size()).isEqualTo(size);
      assertThat(new LogReader(log).at(size).root()).isEqualTo(stated.root());
    }
  }

  @Test
  void consistencyFrom_provesEachCheckpointFromEachBefore() throws Exception {
    LogReader reader = new LogReader(load());
    for (int to = 1; to <= SIZE; to++) {
      for (int from = 1; from <= to; from++) {
        reader
            .at(to)
            .consistencyFrom(from)
            .check(checkpoint("checkpoint." + from).root(), checkpoint("checkpoint." + to).root());
      }
    }
  }

  @Test
  void check_findsTheLogSound() throws Exception {
    FsckReport report = Fsck.check(load(), List.of());

    assertThat(report.findings()).isEmpty();
    assertThat(report.root()).isEqualTo(checkpoint("checkpoint").root());
  }

  private static Checkpoint checkpoint(String name) throws Exception {
    Path file = SharedData.vectors("transparency-dev+tessera/testdata/log").resolve(name);
    return SignedCheckpoint.parse(Bytes.copyOf(Files.readAllBytes(file))).checkpoint();
  }

  /// The files that belong to a tiled log; the copies of old checkpoints do not.
  private static HeapLogStorage load() throws Exception {
    Path root = SharedData.vectors("transparency-dev+tessera/testdata/log");
    HeapLogStorage log = new HeapLogStorage();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (name.equals("checkpoint") || name.startsWith("tile")) {
          log.write(name, Bytes.copyOf(Files.readAllBytes(file)));
        }
      }
    }
    return log;
  }
}
