// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.shown;
import static lat.enlace.testkit.exchange.InvariantSteps.stride;
import static lat.enlace.testkit.exchange.InvariantSteps.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.wire.batch.ProvenEntry;
import org.junit.jupiter.api.Test;

/// Invariants I1 to I6 of docs/architecture.md; each test fails if its invariant is broken.
class InvariantsI1ToI6Test {
  @Test
  void i1_permitAndCommitmentAreDurableBeforeAnythingLeaves() throws Exception {
    Story story = Story.begin(1);
    TestNode co = story.federation().co();
    AskedQuestion asked = story.ask();
    Links.Outgoing out = next(co, story.federation().ve());

    List<Long> indexes = co.core().records().indexesOf(asked.id());
    List<String> types = types(co, asked);
    assertThat(types).containsExactly(EntryType.DECISION.code(), EntryType.DISPATCH.code());
    assertThat(out.firstIndex()).isEqualTo(indexes.getLast());
    TestNode restarted = story.federation().co();
    restarted.crash(new SplittableRandom(5));
    restarted.open();
    assertThat(restarted.core().records().indexesOf(asked.id())).isEqualTo(indexes);
  }

  @Test
  void i1_noGapBetweenPortCallsLetsAQuestionLeaveUnrecorded() throws Exception {
    for (int gap = 0; gap < 24; gap += stride()) {
      Story story = Story.begin(2);
      TestNode co = story.federation().co();
      co.guillotine().killAfter(gap);
      try {
        story.ask();
        co.core().links().next(story.federation().ve().id());
      } catch (KilledException e) {
        co.crash(new SplittableRandom(gap));
        co.open();
      }
      co.guillotine().rest();
      for (AskedQuestion asked : co.core().asking().asked(co.analyst())) {
        assertThat(types(co, asked))
            .as("gap %d", gap)
            .containsExactly(EntryType.DECISION.code(), EntryType.DISPATCH.code());
      }
      story.federation().settle();
      story.followUp();
    }
  }

  @Test
  void i2_whatIsNotProvedIsNotParsed() throws Exception {
    Story story = Story.begin(3);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    Bytes unlogged =
        Liar.resealed(
            next(co, ve).envelope(),
            co,
            ve,
            Liar.entries(entry ->
                new ProvenEntry(
                    entry.leafIndex(),
                    entry.salt(),
                    entry.path(),
                    Bytes.utf8("{not json at all"))));

    assertThat(Liar.outcome(ve.core().links().receive(co.id(), unlogged)))
        .isEqualTo("UNPROVEN_ENTRY");
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("UNPROVEN_ENTRY"));
  }

  @Test
  void i2_anEntryOfAnotherTypeIsNoDispatch() throws Exception {
    Story story = Story.begin(3);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    Bytes receipt =
        Liar.resealed(
            next(co, ve).envelope(),
            co,
            ve,
            Liar.entries(entry ->
                new ProvenEntry(
                    entry.leafIndex() - 1, entry.salt(), entry.path(), entry.content())));
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), receipt)))
        .isEqualTo("UNPROVEN_ENTRY");
  }

  @Test
  void i3_ledgerKeysAndErrorsHoldNoPersonalData() throws Exception {
    Story story = Story.begin(4);
    story.read(story.disclose());
    for (TestNode node : story.federation().nodes()) {
      for (String path : node.log().list("")) {
        assertThat(shown(node.log().read(path).orElseThrow())).doesNotContain("Ejemplo", "4711");
      }
      node.store().dump().stream()
          .map(row -> row.substring(0, row.lastIndexOf(' ')))
          .forEach(key -> assertThat(key).doesNotContain("Ejemplo", "4711", "analista"));
    }
    assertThat(story.ask().toString()).doesNotContain("Ejemplo");
  }

  @Test
  void i4_whatNoInstrumentOpensIsRefused() throws Exception {
    Story story = Story.begin(5);
    TestNode ve = story.federation().ve();
    AskedQuestion asked =
        ve.core()
            .asking()
            .ask(ve.analyst(), Forms.lawful(Story.PROBE, story.federation().ec()))
            .getFirst();
    assertThat(asked.state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void i4_aMigrationGroundIsRefusedByTheAskersNodeAndNothingLeaves() throws Exception {
    Story story = Story.begin(5);
    TestNode co = story.federation().co();
    AskForm form =
        Forms.about(
            Story.PROBE,
            "CASO-1",
            Set.of(Ground.EVIDENCE, Ground.MIGRATION_STATUS),
            story.federation().ve());
    AskedQuestion asked = co.core().asking().ask(co.analyst(), form).getFirst();
    assertThat(asked.state()).isEqualTo(State.REFUSED_HERE);
    assertThat(types(co, asked)).containsExactly(EntryType.DECISION.code());
    assertThat(co.core().links().next(story.federation().ve().id())).isEmpty();
  }

  @Test
  void i4_aMissingCaseOrBasisIsRefusedOnTheRecord() throws Exception {
    Story story = Story.begin(5);
    TestNode co = story.federation().co();
    AskForm form = Forms.about(Story.PROBE, "", Set.of(Ground.EVIDENCE), story.federation().ve());
    AskedQuestion asked = co.core().asking().ask(co.analyst(), form).getFirst();
    assertThat(asked.state()).isEqualTo(State.REFUSED_HERE);
    assertThat(types(co, asked)).containsExactly(EntryType.DECISION.code());
  }

  @Test
  void i5_readingIsEnteredAndReportedUnderAPseudonym() throws Exception {
    Story story = Story.begin(6);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ItemId item = story.disclose();
    long before = count(co, EntryType.READING);
    story.read(item);
    assertThat(count(co, EntryType.READING)).isEqualTo(before + 1);
    Instant read = story.federation().world().now();
    story.federation().world().pass(Duration.ofMinutes(1));
    story.read(item);
    story.federation().settle();

    var readings = ve.core().recalling().given(ve.duty()).getFirst().readings();
    assertThat(readings)
        .extracting(Recalling.ReadingView::at)
        .containsExactly(read, read.plus(Duration.ofMinutes(1)));
    Recalling.ReadingView reading = readings.getFirst();
    assertThat(reading.caseReference()).isEqualTo("CASO-2026-0001");
    assertThat(reading.pseudonym()).doesNotContain("analista");
    OfficerPseudonym pseudonym = new OfficerPseudonym(reading.pseudonym());
    assertThat(co.core().records().officerBehind(co.rights(), pseudonym))
        .contains(co.analyst().id());
    assertThatThrownBy(() -> co.core().records().officerBehind(co.duty(), pseudonym))
        .isInstanceOf(ExchangeException.class);
  }

  @Test
  void i5_nothingIsReturnedWhereTheReadingWasNotDurable() throws Exception {
    Story story = Story.begin(6);
    TestNode co = story.federation().co();
    ItemId item = story.disclose();
    long entries = count(co, EntryType.READING);
    boolean killed = true;
    for (int gap = 0; killed; gap++) {
      co.guillotine().killAfter(gap);
      try {
        story.read(item);
        killed = false;
      } catch (KilledException e) {
        co.crash(new SplittableRandom(gap));
        co.open();
      }
      co.guillotine().rest();
    }
    assertThat(count(co, EntryType.READING)).isGreaterThan(entries);
  }

  @Test
  void i6_aRepeatedBatchTakesEffectOnceAndBringsTheSameReceipts() throws Exception {
    Story story = Story.begin(7);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    Links.Outgoing out = next(co, ve);
    ve.core().links().receive(co.id(), out.envelope());
    long size = ve.core().records().head().size();
    Bytes again = ve.core().links().receive(co.id(), out.envelope());

    assertThat(Liar.outcome(again)).isEqualTo("accepted");
    assertThat(ve.core().records().head().size()).isEqualTo(size);
    co.core().links().delivered(out, again);
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void i6_noCrashOfTheReceiverLosesOrRepeatsAQuestion() throws Exception {
    for (int gap = 0; gap < 24; gap += stride()) {
      Story story = Story.begin(8);
      TestNode co = story.federation().co();
      TestNode ve = story.federation().ve();
      AskedQuestion asked = story.ask();
      Links.Outgoing out = next(co, ve);
      ve.guillotine().killAfter(gap);
      try {
        ve.core().links().receive(co.id(), out.envelope());
      } catch (KilledException e) {
        ve.crash(new SplittableRandom(gap));
        ve.open();
      }
      ve.guillotine().rest();
      story.federation().settle();
      assertThat(story.now(asked).state()).as("gap %d", gap).isEqualTo(State.HIT);
      assertThat(
              ve.core().records().entries(ve.rights(), 1000).stream()
                  .filter(entry -> entry.about().contains(asked.id()))
                  .map(Records.EntryView::type))
          .containsExactlyInAnyOrder(EntryType.RECEIPT.code(), EntryType.DECISION.code());
    }
  }
}
