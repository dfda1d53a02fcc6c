// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.Test;

class MirroredLogStorageTest {
  private final HeapLogStorage primary = new HeapLogStorage();
  private final HeapLogStorage mirror = new HeapLogStorage();

  private Log grow() throws Exception {
    LogPorts ports = Logs.ports(new MirroredLogStorage(primary, mirror));
    Log log = Log.create(ports, new LogSettings(4096, 16));
    for (int i = 0; i < 30; i++) {
      log.append(Logs.entries(i * 21L, i * 21L + 21));
      log.publish();
    }
    return log;
  }

  @Test
  void write_keepsBundlesJournalAndCheckpointTwice() throws Exception {
    grow().close();

    assertThat(mirror.list("tile/entries")).isEqualTo(primary.list("tile/entries"));
    assertThat(mirror.list("journal")).isEqualTo(primary.list("journal"));
    assertThat(mirror.read("checkpoint")).isEqualTo(primary.read("checkpoint"));
    assertThat(mirror.list("tile/0")).isEmpty();
  }

  /// The writer is gone without closing, and the first place with it.
  @Test
  void rebuild_bringsTheWholeLogBackFromTheMirrorAlone() throws Exception {
    Log log = grow();
    log.append(Logs.entries(630, 640));
    HeapLogStorage fresh = new HeapLogStorage();

    LogRebuild.rebuild(mirror, fresh);
    OpenedLog opened = Log.open(Logs.ports(fresh), LogSettings.STANDARD);

    assertThat(opened.recovery().publishedSize()).isEqualTo(630);
    assertThat(opened.log().view().entries(0, 640)).isEqualTo(Logs.entries(0, 640));
    opened.log().close();
    assertThat(Fsck.check(fresh, Logs.signer("co.example/ledger").keys().all()).findings())
        .isEmpty();
  }

  @Test
  void rebuild_refusesBundlesThatGiveAnotherRoot() throws Exception {
    grow().close();
    Bytes bundle = mirror.read("tile/entries/000").orElseThrow();
    mirror.write("tile/entries/000", FsckTest.flip(bundle, 100));

    assertThatThrownBy(() -> LogRebuild.rebuild(mirror, new HeapLogStorage()))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.CORRUPT));
  }

  @Test
  void rebuild_refusesAFolderThatHoldsSomething() throws Exception {
    grow().close();

    assertThatThrownBy(() -> LogRebuild.rebuild(mirror, primary))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.LOG_EXISTS));
  }

  @Test
  void lease_isTakenInBothPlacesOrInNone() throws Exception {
    LogLease held = mirror.lease();

    assertThatThrownBy(() -> new MirroredLogStorage(primary, mirror).lease())
        .isInstanceOf(LogStorageException.class);
    primary.lease().close();
    held.close();
    new MirroredLogStorage(primary, mirror).lease().close();
  }
}
