// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.Test;

class LogTest {
  private final HeapLogStorage storage = new HeapLogStorage();
  private final LogPorts ports = Logs.ports(storage);

  @Test
  void append_givesConsecutiveIndexes() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);

    assertThat(log.append(Logs.entries(0, 3))).isEqualTo(new Appended(0, 3));
    assertThat(log.append(Logs.entries(3, 5)).index(1)).isEqualTo(4);
    assertThat(log.size()).isEqualTo(5);
  }

  @Test
  void append_sharesOneSyncAmongManyEntries() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    int before = storage.syncs();
    log.append(Logs.entries(0, 1000));

    assertThat(storage.syncs() - before).isEqualTo(1);
  }

  @Test
  void prove_verifiesUnderBothKeys() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 700));
    log.publish();

    TlogProof proof = TlogProof.parse(log.prove(300).bytes());
    ProvedEntry proved =
        proof.verify(
            TreeHash.leaf(Logs.entry(300)), new ProofPolicy(ports.signer().keys(), Quorum.NONE));

    assertThat(proved.leaf().index()).isEqualTo(300);
    assertThat(proved.checkpoint().signedAt()).contains(Logs.NOW);
  }

  @Test
  void publish_isQuietWhenNothingWasAppended() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 1));

    assertThat(log.publish()).isSameAs(log.publish());
  }

  @Test
  void open_bringsBackWhatWasAppendedAndNotPublished() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 300));
    log.publish();
    log.append(Logs.entries(300, 310));
    OpenedLog opened = Log.open(Logs.ports(storage.copy()), LogSettings.STANDARD);

    assertThat(opened.recovery()).isEqualTo(new Recovery(310, 310, 300, 0));
    assertThat(opened.log().view().entries(0, 310)).isEqualTo(Logs.entries(0, 310));
  }

  @Test
  void open_goesOnAfterClose() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 300));
    VerifiedCheckpoint older = ports.signer().keys().verify(log.publish());
    log.close();

    Log again = Log.open(ports, LogSettings.STANDARD).log();
    again.append(Logs.entries(300, 600));
    VerifiedCheckpoint newer = ports.signer().keys().verify(again.publish());
    LogGrowth growth = again.view().consistencyFrom(300).verify(older, newer);

    assertThat(growth.newer().size()).isEqualTo(600);
    assertThat(again.view().entry(599)).isEqualTo(Logs.entry(599));
  }

  @Test
  void append_rollsTheJournalAndKeepsItShort() throws Exception {
    Log log = Log.create(ports, new LogSettings(4096, 16));
    for (int i = 0; i < 50; i++) {
      log.append(Logs.entries(i * 20L, i * 20L + 20));
      log.publish();
    }

    assertThat(storage.list("journal")).hasSize(1);
    assertThat(storage.read(storage.list("journal").getFirst()).orElseThrow().size())
        .isLessThan(8192);
    assertThat(Fsck.check(storage, ports.signer().keys().all()).findings()).isEmpty();
  }

  @Test
  void create_refusesAnExistingLog() throws Exception {
    Log.create(ports, LogSettings.STANDARD).close();

    refused(LedgerException.Code.LOG_EXISTS, () -> Log.create(ports, LogSettings.STANDARD));
  }

  @Test
  void open_refusesAnEmptyFolder() {
    refused(LedgerException.Code.NO_LOG, () -> Log.open(ports, LogSettings.STANDARD));
  }

  @Test
  void open_refusesASecondWriter() throws Exception {
    Log.create(ports, LogSettings.STANDARD);

    assertThatThrownBy(() -> Log.open(ports, LogSettings.STANDARD))
        .isInstanceOfSatisfying(
            LogStorageException.class,
            e -> assertThat(e.code()).isEqualTo(LogStorageException.Code.LEASE_HELD));
  }

  @Test
  void open_refusesAnotherLogsKeys() throws Exception {
    Log.create(ports, LogSettings.STANDARD).close();

    refused(
        LedgerException.Code.WRONG_ORIGIN,
        () -> Log.open(Logs.ports(storage, "ve.example/ledger"), LogSettings.STANDARD));
  }

  @Test
  void open_signsAgainAfterItsKeysWereReplaced() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 3));
    log.close();
    LogSigner replaced =
        new LogSigner(
            SigningKey.fromSeed(
                ports.signer().origin().keyName(), SignatureType.ED25519, Logs.seed("new")),
            ports.signer().mlDsa44());
    InstantSource clock = InstantSource.fixed(Logs.NOW);

    refused(
        LedgerException.Code.CHECKPOINT,
        () -> Log.open(new LogPorts(storage, replaced, clock), LogSettings.STANDARD));
    LogPorts known = new LogPorts(storage, replaced, List.of(ports.signer().keys()), clock);
    Log again = Log.open(known, LogSettings.STANDARD).log();

    assertThat(replaced.keys().verify(again.checkpoint()).size()).isEqualTo(3);
    again.close();
    Log.open(new LogPorts(storage, replaced, clock), LogSettings.STANDARD).log().close();
  }

  @Test
  void open_refusesAJournalThatLostPublishedEntries() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 2));
    log.append(Logs.entries(2, 4));
    log.publish();
    HeapLogStorage hurt = storage.copy();
    String journal = hurt.list("journal").getFirst();
    Bytes content = hurt.read(journal).orElseThrow();
    hurt.write(journal, content.slice(0, content.size() - 1));

    refused(LedgerException.Code.CORRUPT, () -> Log.open(Logs.ports(hurt), LogSettings.STANDARD));
  }

  @Test
  void open_saysWhatItDropped() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 2));
    log.publish();
    log.append(Logs.entries(2, 4));
    HeapLogStorage torn = storage.copy();
    String journal = torn.list("journal").getFirst();
    Bytes content = torn.read(journal).orElseThrow();
    torn.write(journal, content.slice(0, content.size() - 1));

    Recovery recovery = Log.open(Logs.ports(torn), LogSettings.STANDARD).recovery();

    assertThat(recovery.size()).isEqualTo(2);
    assertThat(recovery.dropped()).isTrue();
  }

  @Test
  void append_refusesEntriesThatNoBundleCarries() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    Bytes tooLong = Bytes.copyOf(new byte[65536]);

    refused(LedgerException.Code.ENTRY_TOO_LARGE, () -> log.append(List.of(tooLong)));
    refused(LedgerException.Code.ENTRY_TOO_LARGE, () -> log.append(List.of()));
  }

  @Test
  void view_refusesIndexesOutsideTheTree() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 2));
    log.publish();

    refused(LedgerException.Code.OUT_OF_RANGE, () -> log.prove(2));
    refused(LedgerException.Code.OUT_OF_RANGE, () -> log.view().entry(-1));
    refused(LedgerException.Code.OUT_OF_RANGE, () -> log.view().consistencyFrom(3));
  }

  @Test
  void include_refusesAProofForAnotherSize() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 2));
    VerifiedCheckpoint head = ports.signer().keys().verify(log.publish());
    InclusionProof other = new InclusionProof(0, 3, log.view().inclusion(0).path());

    refused(
        LedgerException.Code.SIZE_MISMATCH,
        () -> head.include(TreeHash.leaf(Logs.entry(0)), other));
    refused(
        LedgerException.Code.ROOT_MISMATCH,
        () -> head.include(Hash.sha256(), log.view().inclusion(0)));
  }

  private static void refused(
      LedgerException.Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
