// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.Test;

class FsckTest {
  private static final List<VerifierKey> KEYS = Logs.signer("co.example/ledger").keys().all();

  /// 259 entries: full and partial bundles, two tile levels, and partial tiles of several widths.
  private static HeapLogStorage smallLog() throws Exception {
    HeapLogStorage storage = new HeapLogStorage();
    Log log = Log.create(Logs.ports(storage), LogSettings.STANDARD);
    log.append(Logs.entries(0, 256));
    log.publish();
    log.append(Logs.entries(256, 258));
    log.publish();
    log.append(Logs.entries(258, 259));
    log.close();
    return storage;
  }

  @Test
  void check_findsNothingInASoundLog() throws Exception {
    FsckReport report = Fsck.check(smallLog(), KEYS);

    assertThat(report.findings()).isEmpty();
    assertThat(report.signaturesChecked()).isTrue();
    assertThat(report.pending()).isZero();
    assertThat(report.checkpoint()).isNotNull();
  }

  @Test
  void check_findsEveryFlippedBit() throws Exception {
    HeapLogStorage sound = smallLog();
    for (String path : sound.list("")) {
      Bytes content = sound.read(path).orElseThrow();
      for (int bit = 0; bit < content.size() * 8; bit += stride(path)) {
        HeapLogStorage hurt = sound.copy();
        hurt.write(path, flip(content, bit));
        assertThat(Fsck.check(hurt, KEYS).findings()).as("%s bit %d", path, bit).isNotEmpty();
      }
    }
  }

  /// Every bit in the long run. Otherwise samples of what is alike throughout: full tile, full
  /// bundle and the post-quantum line of the checkpoint.
  private static int stride(String path) {
    if (Boolean.getBoolean("enlace.full")) {
      return 1;
    }
    return path.endsWith("/000") ? 127 : path.equals("checkpoint") ? 31 : 1;
  }

  @Test
  void check_findsEveryMissingFile() throws Exception {
    HeapLogStorage sound = smallLog();
    List<String> needed =
        List.of(
            "checkpoint",
            "tile/0/000",
            "tile/0/001.p/3",
            "tile/1/000.p/1",
            "tile/entries/000",
            "tile/entries/001.p/3");
    assertThat(sound.list("")).containsAll(needed);
    for (String path : needed) {
      HeapLogStorage hurt = sound.copy();
      hurt.delete(path);
      assertThat(Fsck.check(hurt, KEYS).findings())
          .contains(new FsckFinding(path, FsckFinding.Problem.MISSING));
    }
  }

  @Test
  void check_findsAFileThatDoesNotBelong() throws Exception {
    HeapLogStorage storage = smallLog();
    storage.write("tile/0/002", Bytes.EMPTY);

    assertThat(Fsck.check(storage, KEYS).findings())
        .containsExactly(new FsckFinding("tile/0/002", FsckFinding.Problem.UNEXPECTED));
  }

  @Test
  void check_namesTheTileNotTheBundleWhenTheEntriesAreSound() throws Exception {
    HeapLogStorage storage = smallLog();
    storage.write("tile/0/001.p/3", flip(storage.read("tile/0/001.p/3").orElseThrow(), 5));

    assertThat(Fsck.check(storage, KEYS).findings())
        .contains(new FsckFinding("tile/0/001.p/3", FsckFinding.Problem.TILE_MISMATCH));
  }

  @Test
  void check_saysThatSignaturesWereNotCheckedWithoutKeys() throws Exception {
    FsckReport report = Fsck.check(smallLog(), List.of());

    assertThat(report.sound()).isTrue();
    assertThat(report.signaturesChecked()).isFalse();
  }

  @Test
  void check_refusesAnotherLogsKeys() throws Exception {
    List<VerifierKey> others = Logs.signer("ve.example/ledger").keys().all();

    assertThat(Fsck.check(smallLog(), others).findings())
        .contains(new FsckFinding("checkpoint", FsckFinding.Problem.SIGNATURE));
  }

  @Test
  void check_countsEntriesThatNoCheckpointCoversYet() throws Exception {
    HeapLogStorage storage = new HeapLogStorage();
    Log log = Log.create(Logs.ports(storage), LogSettings.STANDARD);
    log.append(Logs.entries(0, 3));
    log.publish();
    log.append(Logs.entries(3, 300));

    FsckReport report = Fsck.check(storage, KEYS);

    assertThat(report.findings()).isEmpty();
    assertThat(report.pending()).isEqualTo(297);
  }

  static Bytes flip(Bytes content, int bit) {
    byte[] changed = content.toArray();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return Bytes.copyOf(changed);
  }
}
