// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
  void open_fillsAMirrorThatWasBegunLater() throws Exception {
    aloneTo(600);

    with(mirror, 610);

    requireWhole(610);
    assertThat(MirrorCheck.wanting(primary, mirror)).isEmpty();
  }

  @Test
  void open_fillsAMirrorThatWasLeftOutForAWhile() throws Exception {
    grow().close();
    HeapLogStorage early = mirror.copy();
    aloneTo(1_400);

    with(early, 1_410);

    LogRebuild.rebuild(early, new HeapLogStorage());
    assertThat(early.list("tile/entries")).containsAll(primary.list("tile/entries"));
    assertThat(early.list("journal")).isEqualTo(primary.list("journal"));
  }

  @Test
  void open_refusesAMirrorThatKnowsOfMore() throws Exception {
    grow().close();
    HeapLogStorage earlier = primary.copy();
    with(mirror, 640);

    refused(earlier, mirror);
    refused(new HeapLogStorage(), mirror);
  }

  @Test
  void open_refusesAMirrorOfAnotherHistoryOrAnotherLog() throws Exception {
    aloneTo(600);
    HeapLogStorage other = new HeapLogStorage();
    try (Log log = Log.create(Logs.ports(other), LogSettings.STANDARD)) {
      log.append(Logs.entries(1_000, 1_300));
    }
    HeapLogStorage named = new HeapLogStorage();
    LogPorts ports = Logs.ports(named, "ec.example/ledger");
    try (Log log = Log.create(ports, LogSettings.STANDARD)) {
      log.append(Logs.entries(0, 300));
    }

    for (HeapLogStorage wrong : List.of(other, named)) {
      HeapLogStorage before = wrong.copy();
      refused(primary, wrong);
      assertThat(wrong.list("")).isEqualTo(before.list(""));
    }
  }

  @Test
  void wanting_namesWhatIsMissingOrChanged() throws Exception {
    grow().close();
    mirror.delete("tile/entries/000");
    Bytes second = mirror.read("tile/entries/001").orElseThrow();
    mirror.write("tile/entries/001", FsckTest.flip(second, 40));

    assertThat(MirrorCheck.wanting(primary, mirror))
        .containsExactly("tile/entries/000", "tile/entries/001");
  }

  private void aloneTo(long end) throws Exception {
    try (Log log =
        primary.list("").isEmpty()
            ? Log.create(Logs.ports(primary), LogSettings.STANDARD)
            : Log.open(Logs.ports(primary), LogSettings.STANDARD).log()) {
      log.append(Logs.entries(log.size(), end));
    }
  }

  private void with(HeapLogStorage second, long end) throws Exception {
    LogPorts ports = Logs.ports(new MirroredLogStorage(primary, second));
    try (Log log = Log.open(ports, LogSettings.STANDARD).log()) {
      log.append(Logs.entries(log.size(), end));
    }
  }

  private void requireWhole(long size) throws Exception {
    HeapLogStorage fresh = new HeapLogStorage();
    LogRebuild.rebuild(mirror, fresh);
    try (Log log = Log.open(Logs.ports(fresh), LogSettings.STANDARD).log()) {
      assertThat(log.view().entries(0, size)).isEqualTo(Logs.entries(0, size));
    }
    assertThat(Fsck.check(fresh, Logs.signer("co.example/ledger").keys().all()).findings())
        .isEmpty();
  }

  private static void refused(HeapLogStorage first, HeapLogStorage second) {
    LogPorts ports = Logs.ports(new MirroredLogStorage(first, second));
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> Log.open(ports, LogSettings.STANDARD),
            () -> Log.create(ports, LogSettings.STANDARD))) {
      assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              LedgerException.class,
              e -> assertThat(e.code()).isEqualTo(LedgerException.Code.MIRROR));
    }
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
