// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.Test;

class FsckTest {
  /// Every bit of everything in the long run; samples of the longer files otherwise.
  private static final boolean FULL = Boolean.getBoolean("enlace.full");

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
  void check_findsEveryFlippedBitOfTheFiles() throws Exception {
    HeapLogStorage tiny = new HeapLogStorage();
    Log log = Log.create(Logs.ports(tiny), LogSettings.STANDARD);
    log.append(Logs.entries(0, 2));
    log.publish();
    log.append(Logs.entries(2, 5));
    log.close();

    assertEveryFlipFound(tiny, 1);
    assertEveryFlipFound(smallLog(), FULL ? 1 : 211);
  }

  @Test
  void check_findsEveryFlippedBitOfTheCheckpoint() throws Exception {
    HeapLogStorage sound = smallLog();
    Bytes content = sound.read("checkpoint").orElseThrow();
    for (int bit = 0; bit < content.size() * 8; bit += FULL ? 1 : 61) {
      HeapLogStorage hurt = sound.copy();
      hurt.write("checkpoint", flip(content, bit));
      assertThat(Fsck.check(hurt, KEYS).findings()).as("bit %d", bit).isNotEmpty();
    }
  }

  /// Without keys, for no signature is needed to find these.
  private static void assertEveryFlipFound(HeapLogStorage sound, int stride) throws Exception {
    List<String> files = sound.list("").stream().filter(f -> !f.equals("checkpoint")).toList();
    for (String path : files) {
      Bytes content = sound.read(path).orElseThrow();
      for (int bit = 0; bit < content.size() * 8; bit += stride) {
        HeapLogStorage hurt = sound.copy();
        hurt.write(path, flip(content, bit));
        assertThat(Fsck.check(hurt, List.of()).findings()).as("%s bit %d", path, bit).isNotEmpty();
      }
    }
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
