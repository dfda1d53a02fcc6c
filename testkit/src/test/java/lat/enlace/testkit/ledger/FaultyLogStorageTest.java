// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogStorage;
import org.junit.jupiter.api.Test;

class FaultyLogStorageTest extends LogStorageContract {
  private final FaultyLogStorage storage = new FaultyLogStorage();

  @Override
  protected LogStorage storage() {
    return storage;
  }

  @Test
  void crash_keepsWhatWasSyncedAndMayTearTheRest() throws Exception {
    storage.append("journal", Bytes.utf8("kept"));
    storage.sync(List.of("journal"));
    storage.append("journal", Bytes.utf8("lost"));

    Set<Bytes> seen = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      seen.add(storage.crash(new SplittableRandom(seed)).read("journal").orElseThrow());
    }

    assertThat(seen).allMatch(left -> left.startsWith(Bytes.utf8("kept")));
    assertThat(seen).contains(Bytes.utf8("kept"), Bytes.utf8("keptlost")).hasSizeGreaterThan(5);
  }

  @Test
  void crash_leavesAReplacedFileWhole() throws Exception {
    storage.replace("checkpoint", Bytes.utf8("old"));
    storage.sync(List.of("checkpoint"));
    storage.replace("checkpoint", Bytes.utf8("new"));

    Set<Optional<Bytes>> seen = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      seen.add(storage.crash(new SplittableRandom(seed)).read("checkpoint"));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(Optional.of(Bytes.utf8("old")), Optional.of(Bytes.utf8("new")));
  }
}
