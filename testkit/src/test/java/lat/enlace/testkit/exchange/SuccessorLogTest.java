// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Records;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.RestoredLog;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.Successor;
import lat.enlace.ledger.TlogProof;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.wire.batch.LogExtract;
import org.junit.jupiter.api.Test;

/// A node restored from an old copy, whose lost entries nobody can give back, goes on under a
/// successor log (docs/spec/ledger.md, "Successor logs").
class SuccessorLogTest {
  private static final Records.Why WHY =
      new Records.Why(new CaseReference("CASO-2026-0001"), "para el tribunal");
  private static final Instant UNTIL = Federation.START.plus(Duration.ofDays(365));

  private final Story story;
  private final Federation federation;
  private final TestNode co;
  private final TestNode ve;
  private final AskedQuestion early;
  private final Bytes seen;
  private final LogKeys oldKeys;

  /// Colombia asked once, was copied with a second question waiting, asked on, lost its disk and
  /// was put back as copied.
  SuccessorLogTest() throws ExchangeException {
    story = Story.begin(53);
    federation = story.federation();
    co = federation.co();
    ve = federation.ve();
    oldKeys = co.keys().logSigner().keys();
    early = story.ask();
    federation.settle();
    AskedQuestion waiting = story.ask();
    assertThat(story.now(waiting).state()).isEqualTo(State.QUEUED);
    TestNode.Backup copy = co.backup();
    federation.settle();
    story.ask();
    federation.settle();
    seen = ve.core().links().headSeen(co.id()).orElseThrow();
    co.restore(copy);
    co.open();
  }

  @Test
  void compared_saysThatTheRestoredLogIsBehind() throws Exception {
    assertThat(co.core().records().compared(List.of(seen)))
        .isInstanceOfSatisfying(
            RestoredLog.Behind.class,
            behind -> assertThat(behind.seen().signed().bytes()).isEqualTo(seen));
  }

  @Test
  void succeed_partnersTakeTheSuccessorOnceTheyKnowTheRecordThatNamesIt() throws Exception {
    AskedQuestion waiting = waiting();
    succeed(end());

    Links.Outgoing out = co.core().links().next(ve.id()).orElseThrow();
    Bytes refusal = ve.core().links().receive(co.id(), out.envelope());
    assertThat(Liar.outcome(refusal)).isEqualTo("WRONG_ORIGIN");
    co.core().links().delivered(out, refusal);
    assertThat(ve.core().links().wantsRecord(co.id())).isTrue();
    ve.core().links().learnRecord(co.id(), co.core().links().ownRecord().orElseThrow());
    federation.world().pass(Duration.ofMinutes(10));
    federation.settle();

    assertThat(story.now(waiting).state()).isEqualTo(State.DELIVERED);
    AskedQuestion fresh = story.ask();
    federation.settle();
    assertThat(story.now(fresh).state()).isEqualTo(State.HIT);
    assertThat(
            SignedCheckpoint.parse(ve.core().links().headSeen(co.id()).orElseThrow())
                .checkpoint()
                .origin()
                .value())
        .isEqualTo(co.id() + "/2");
  }

  /// What was asked and disclosed under the log that ended is still the agency's that asked.
  @Test
  void item_ofTheLogThatEndedIsRead() throws Exception {
    Story before = Story.begin(54);
    ItemId item = before.disclose();
    TestNode asker = before.federation().co();
    TestNode.Backup copy = asker.backup();
    before.ask();
    before.federation().settle();
    Bytes head = before.federation().ve().core().links().headSeen(asker.id()).orElseThrow();
    asker.restore(copy);
    asker.open();
    asker.keys().succeed(ended(head));
    asker.succeed(head);

    assertThat(before.read(item).entity().id().value()).isEqualTo(item.value());
  }

  /// What the first entry says of the old log is shown before anything else is believed.
  @Test
  void receive_aSuccessorThatHidesItsFirstEntryIsRefused() throws Exception {
    AskedQuestion waiting = waiting();
    succeed(end());
    ve.core().links().learnRecord(co.id(), co.core().links().ownRecord().orElseThrow());
    Bytes whole = co.core().links().next(ve.id()).orElseThrow().envelope();
    Bytes hiding =
        Liar.resealed(
            whole,
            co,
            ve,
            Liar.extract(all -> {
              assertThat(all.entries()).hasSizeGreaterThan(1);
              return new LogExtract(
                  all.nodeRecord(),
                  all.checkpoint(),
                  all.consistency(),
                  all.entries().subList(1, all.entries().size()));
            }));
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), hiding)))
        .isEqualTo("UNPROVEN_ENTRY");
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), whole))).isEqualTo("accepted");
    federation.settle();
    assertThat(story.now(waiting).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void succeed_firstEntryNamesTheOldLogItsSizeAndRoot() throws Exception {
    succeed(end());
    Records.ProofBundle bundle = co.core().records().open(co.rights(), 0, WHY);
    Opening opening = Opening.parse(bundle.opening());
    var proved =
        TlogProof.parse(bundle.proof())
            .verify(
                opening.commit(EntryType.SUCCESSOR).leafHash(),
                new ProofPolicy(co.keys().logSigner().keys(), Quorum.NONE));

    Checkpoint ended = SignedCheckpoint.parse(seen).checkpoint();
    assertThat(Successor.verify(proved.leaf(), opening).ended()).isEqualTo(ended);
    assertThat(Fsck.check(co.log().copy(), co.keys().logSigner().keys().all()).findings())
        .isEmpty();
  }

  @Test
  void succeed_oldProofsKeepVerifying() throws Exception {
    succeed(end());
    ve.core().links().learnRecord(co.id(), co.core().links().ownRecord().orElseThrow());

    Records.ProofBundle bundle = ve.core().records().openReceived(ve.duty(), early.id(), WHY);
    Opening opening = Opening.parse(bundle.opening());
    assertThat(bundle.verifierKeys().text()).contains(oldKeys.ed25519().text());
    assertThat(
            TlogProof.parse(bundle.proof())
                .verify(
                    opening.commit(EntryType.DISPATCH).leafHash(),
                    new ProofPolicy(oldKeys, Quorum.NONE))
                .leaf()
                .index())
        .isNotNegative();
  }

  @Test
  void learnRecord_refusesASuccessorThatHidesWhatWasSeen() throws Exception {
    Checkpoint head = SignedCheckpoint.parse(seen).checkpoint();
    List<EndedLog> lies =
        List.of(
            new EndedLog(co.id().value(), head.size() - 4, Hash.sha256(Bytes.utf8("less"))),
            new EndedLog(co.id().value(), head.size(), Hash.sha256(Bytes.utf8("another root"))));
    for (EndedLog lie : lies) {
      co.keys().succeed(lie);
      Bytes note = co.keys().nodeRecord(2, federation.world().now(), UNTIL);
      assertThatThrownBy(() -> ve.core().links().learnRecord(co.id(), note))
          .isInstanceOfSatisfying(
              ExchangeException.class,
              e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_TRUSTED));
    }
  }

  @Test
  void receive_oldLogIsClosedOnceTheSuccessorIsKnown() throws Exception {
    Links.Outgoing old = co.core().links().next(ve.id()).orElseThrow();
    succeed(end());
    ve.core().links().learnRecord(co.id(), co.core().links().ownRecord().orElseThrow());

    assertThat(Liar.outcome(ve.core().links().receive(co.id(), old.envelope())))
        .isEqualTo("WRONG_ORIGIN");
  }

  @Test
  void succeed_killedAtAnyGap_isBegunOnceAndWhole() throws Exception {
    AskedQuestion waiting = waiting();
    co.keys().succeed(end());
    for (int gap = 0; gap < 40; gap++) {
      co.guillotine().killAfter(gap % 20);
      try {
        if (gap == 0) {
          co.succeed(seen);
        } else {
          co.succeedAgain(seen);
        }
        break;
      } catch (KilledException e) {
        co.crash(new SplittableRandom(gap));
      }
    }
    co.crash(new SplittableRandom(99));
    co.succeedAgain(seen);
    co.core().standings().adoptNodeRecord(co.operator(), record());

    assertThat(co.core().records().entries(co.rights(), 100).getLast().type())
        .isEqualTo(EntryType.SUCCESSOR.code());
    assertThat(InvariantSteps.count(co, EntryType.SUCCESSOR)).isEqualTo(1);
    assertThat(story.now(waiting).state()).isEqualTo(State.QUEUED);
    assertThat(co.core().links().next(ve.id())).isPresent();
  }

  private AskedQuestion waiting() throws ExchangeException {
    return co.core().asking().asked(co.analyst()).stream()
        .filter(asked -> asked.state() == State.QUEUED)
        .findFirst()
        .orElseThrow();
  }

  private EndedLog end() throws Exception {
    return ended(seen);
  }

  private static EndedLog ended(Bytes seen) throws Exception {
    Checkpoint head = SignedCheckpoint.parse(seen).checkpoint();
    return new EndedLog(head.origin().value(), head.size(), head.root());
  }

  private void succeed(EndedLog end) throws ExchangeException {
    co.keys().succeed(end);
    co.succeed(seen);
    co.core().standings().adoptNodeRecord(co.operator(), record());
  }

  private String record() {
    try {
      return co.keys().nodeRecord(1 + 1, federation.world().now(), UNTIL).text();
    } catch (MalformedBytesException e) {
      throw new AssertionError(e);
    }
  }
}
