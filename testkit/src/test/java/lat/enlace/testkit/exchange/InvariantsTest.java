// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RecallAction;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.testkit.people.People;
import lat.enlace.wire.batch.ProvenEntry;
import org.junit.jupiter.api.Test;

/// One test or more per invariant of docs/architecture.md; each fails if its invariant is broken.
class InvariantsTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

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
    story.federation().settle();

    Recalling.ReadingView reading =
        ve.core().recalling().given(ve.duty()).getFirst().readings().getFirst();
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

  @Test
  void i7_suspensionTakesEffectBeforeTheNextDispatchIsDecided() throws Exception {
    Story story = Story.begin(9);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion onTheWay = story.ask();
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.deliver(co, ve);
    federation.settle();
    assertThat(story.now(onTheWay).state()).isEqualTo(State.REFUSED_THERE);
    assertThat(story.ask().state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void i7_theHumanitarianFloorStaysOpen() throws Exception {
    Story story = Story.begin(9);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ItemId item = story.disclose();
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();

    Whereabouts.Inquiry inquiry =
        co.core()
            .whereabouts()
            .inquire(
                co.duty(),
                ve.id(),
                "HUM-1",
                "Convención inventada",
                People.any(3),
                Body.Whereabouts.AskedBy.FAMILY);
    federation.settle();
    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), Body.WhereaboutsReply.Finding.SEEN, "vista el lunes");
    ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    federation.settle();

    assertThat(co.core().whereabouts().inquiries(co.duty()).getFirst().state())
        .isEqualTo(Whereabouts.Inquiry.State.ANSWERED);
    assertThat(ve.core().recalling().recalls(ve.duty()).getFirst().state())
        .isEqualTo(Recalling.RecallView.State.ACTED);
    assertThatThrownBy(() -> story.read(item))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_FOUND));
    assertThat(plain(co)).doesNotContain("4711");
  }

  @Test
  void i7_relationsAreRestoredOneStepByBoth() throws Exception {
    Story story = Story.begin(9);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();
    var contact = lat.enlace.model.ConfidenceLevel.CONTACT;
    ve.core().standings().resume(ve.authority(), CO_VE, contact, "prueba");
    federation.settle();
    assertThat(co.core().standings().instruments().get(1).level()).isNotEqualTo(contact);
    co.core().standings().raise(co.authority(), CO_VE, contact, "prueba");
    federation.settle();
    assertThat(co.core().standings().instruments().get(1).level()).isEqualTo(contact);
    assertThat(ve.core().standings().instruments().getFirst().level()).isEqualTo(contact);
  }

  @Test
  void i8_anItemCarriesTheInstrumentsRestrictionsAndTheOfficers() throws Exception {
    Story story = Story.begin(10);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.followUp();
    Handling narrower = new Handling(Set.of(HandlingCode.H3), Handling.LEAST.action());
    ve.core().holding().release(ve.duty(), story.desk().getFirst().id(), narrower);
    story.federation().settle();
    Handling carried = story.read(story.now(asked).item().getFirst()).handling();
    assertThat(carried.codes())
        .contains(HandlingCode.H0, HandlingCode.H1, HandlingCode.H2, HandlingCode.H3);
    assertThat(carried.action()).isNotEqualTo(Handling.LEAST.action());
  }

  @Test
  void i9_nothingIsDisclosedUntilAPersonOnEachSideSaysSo() throws Exception {
    Story story = Story.begin(11);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.desk()).isEmpty();
    AskedQuestion followed = story.followUp();
    story.federation().world().pass(Duration.ofDays(3));
    ve.core().links().tick();
    story.federation().settle();
    assertThat(story.now(followed).state()).isEqualTo(State.FOLLOWED_UP);
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
    assertThatThrownBy(() ->
            ve.core().holding().release(ve.analyst(), story.desk().getFirst().id(), Handling.LEAST))
        .isInstanceOf(ExchangeException.class);
    assertThat(plain(story.federation().co())).doesNotContain("4711");
  }

  @Test
  void i10_onlySuspectsAndConvictsOfFullAgeAreIndexed() throws Exception {
    Story story = Story.begin(12);
    TestNode ve = story.federation().ve();
    for (SubjectCategory category : SubjectCategory.values()) {
      CaseSubject subject = subject(People.any(40), category);
      boolean allowed =
          category == SubjectCategory.SUSPECT_COMMITTED
              || category == SubjectCategory.SUSPECT_ABOUT_TO
              || category == SubjectCategory.CONVICTED;
      assertThat(indexed(ve, subject)).as(category.code()).isEqualTo(allowed);
    }
    Entity minor = People.person("menor", "Luis Ejemplo Nadie", "2012-05", 0);
    assertThat(indexed(ve, subject(minor, SubjectCategory.SUSPECT_COMMITTED))).isFalse();
  }

  @Test
  void i10_claimsOfListsNeverMeetAPartnersQuestion() throws Exception {
    Story story = new Story(Federation.ofThree(12));
    TestNode ve = story.federation().ve();
    ve.core().holdings().importClaims(ve.operator(), "lista-inventada", List.of(Story.HELD));
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
  }

  @Test
  void i11_aClockTooFarOffIsRefusedWithACodeAndLogged() throws Exception {
    Story story = Story.begin(13);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    co.clock().skew(Duration.ofHours(1));
    story.ask();
    Links.Outgoing out = next(co, ve);
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), out.envelope()))).isEqualTo("CLOCK");
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("CLOCK"));
  }

  @Test
  void i11_aTruncatedOrForeignBatchIsRefusedWithACode() throws Exception {
    Story story = Story.begin(13);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    Bytes whole = next(co, ve).envelope();
    byte[] flipped = whole.toArray();
    flipped[whole.size() - 100] ^= 1;
    var links = ve.core().links();
    assertThat(Liar.outcome(links.receive(co.id(), whole.slice(0, whole.size() / 2))))
        .isEqualTo("MALFORMED");
    assertThat(Liar.outcome(links.receive(co.id(), Bytes.copyOf(flipped))))
        .isEqualTo("UNSEAL_FAILED");
    assertThat(Liar.outcome(links.receive(story.federation().ec().id(), whole)))
        .isEqualTo("UNSEAL_FAILED");
    assertThat(Liar.outcome(story.federation().ec().core().links().receive(co.id(), whole)))
        .isEqualTo("ENVELOPE_MISMATCH");
    assertThat(Liar.outcome(links.receive(co.id(), whole))).isEqualTo("accepted");
  }

  @Test
  void i12_sameSeedSameRun() throws Exception {
    assertThat(run(14)).isEqualTo(run(14));
    assertThat(run(14)).isNotEqualTo(run(15));
  }

  @Test
  void i13_aProtectedPersonLooksLikeANoHit() throws Exception {
    List<String> hidden = traces(true);
    List<String> absent = traces(false);
    assertThat(hidden).isEqualTo(absent);
  }

  @Test
  void link_refusesAForkKeepsBothHeadsAndSuspends() throws Exception {
    Story story = Story.begin(16);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    TestNode.Backup before = co.backup();
    story.ask();
    federation.settle();
    co.restore(before);
    co.open();
    for (int i = 0; i < 12; i++) {
      story.ask();
    }
    String outcome = "";
    for (int i = 0; i < 3 && !outcome.equals("FORK"); i++) {
      Links.Outgoing out = next(co, ve);
      Bytes ack = ve.core().links().receive(co.id(), out.envelope());
      outcome = Liar.outcome(ack);
      co.core().links().delivered(out, ack);
      federation.world().pass(Duration.ofMinutes(1));
    }
    assertThat(outcome).isEqualTo("FORK");
    assertThat(ve.core().links().health().getFirst().evidence()).isTrue();
    AskedQuestion back =
        ve.core().asking().ask(ve.analyst(), Forms.lawful(Story.PROBE, co)).getFirst();
    assertThat(back.state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void link_marksNothingOnSomeoneElsesReceipt() throws Exception {
    Story story = Story.begin(17);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion first = story.ask();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    AskedQuestion second = story.ask();
    Links.Outgoing both = next(co, ve);
    assertThatThrownBy(() -> co.core().links().delivered(both, ack))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.WRONG_RECEIPT));
    assertThat(story.now(first).state()).isEqualTo(State.QUEUED);
    assertThat(story.now(second).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void link_rolledBackNodeStopsWhenAPartnerHasSeenMore() throws Exception {
    Story story = Story.begin(18);
    TestNode co = story.federation().co();
    TestNode.Backup before = co.backup();
    story.followUp();
    co.restore(before);
    co.open();
    story.ask();
    Links.Outgoing out = next(co, story.federation().ve());
    Bytes ack = story.federation().ve().core().links().receive(co.id(), out.envelope());
    assertThatThrownBy(() -> co.core().links().delivered(out, ack))
        .isInstanceOf(ExchangeException.class);
    assertThatThrownBy(story::ask).isInstanceOf(ExchangeException.class);
  }

  @Test
  void quota_holdsVariationsOfOneQuestionForAPerson() throws Exception {
    Story story = Story.begin(19);
    TestNode ve = story.federation().ve();
    AskedQuestion last = story.ask();
    for (int i = 0; i < 6; i++) {
      last = story.ask();
    }
    story.federation().settle();
    assertThat(story.now(last).state()).isEqualTo(State.DELIVERED);
    var held = ve.core().holding().questions(ve.authority());
    assertThat(held).hasSize(2);
    ve.core().holding().admit(ve.authority(), last.id());
    story.federation().settle();
    assertThat(story.now(last).state()).isEqualTo(State.HIT);
  }

  /// Every gap in the long run, every fifth otherwise.
  private static int stride() {
    return Boolean.getBoolean("enlace.full") ? 1 : 5;
  }

  private static CaseSubject subject(Entity entity, SubjectCategory category) {
    return new CaseSubject(
        entity,
        new CaseReference("EXP-1"),
        Forms.suspect(entity).offence(),
        category,
        ProceduralStage.CHARGED);
  }

  private static boolean indexed(TestNode node, CaseSubject subject) throws ExchangeException {
    try {
      node.core().holdings().put(node.analyst(), subject);
      return true;
    } catch (ExchangeException e) {
      assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_INDEXABLE);
      return false;
    }
  }

  private static List<String> run(long seed) throws Exception {
    Story story = Story.begin(seed);
    story.read(story.disclose());
    story.federation().settle();
    List<String> all = new ArrayList<>();
    for (TestNode node : story.federation().nodes()) {
      all.addAll(node.store().dump());
      for (String path : node.log().list("")) {
        all.add(path + " " + node.log().read(path).orElseThrow().hex());
      }
    }
    return all;
  }

  /// What Colombia can see of a question about someone Venezuela holds and protects, or does not
  /// know at all.
  private static List<String> traces(boolean hidden) throws Exception {
    Story story = new Story(Federation.ofThree(20));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    Entity other = People.person("ve-1", "Marta Inventado Nadie", "1977-01-01", 4711);
    Entity subject = hidden ? Story.HELD : other;
    ve.core().holdings().put(ve.analyst(), Forms.suspect(subject));
    ve.core().holdings().protect(ve.rights(), subject);
    AskedQuestion asked = story.ask();
    List<String> seen = new ArrayList<>();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    co.core().links().delivered(out, ack);
    Links.Outgoing answer = next(ve, co);
    seen.add("ack " + ack.size());
    seen.add("answer " + answer.envelope().size() + " " + answer.count());
    Bytes back = co.core().links().receive(ve.id(), answer.envelope());
    ve.core().links().delivered(answer, back);
    seen.add("state " + story.now(asked).state() + story.now(asked).answer());
    seen.add("ledger " + ve.core().records().head().size());
    seen.add("types " + types(ve, asked));
    seen.add("auditor " + views(ve.core().records().decisions(ve.auditor(), 100)));
    if (hidden) {
      assertThat(ve.core().records().decisions(ve.rights(), 100))
          .anyMatch(one -> one.reasons().contains("G9-protected"));
    }
    return seen;
  }

  private static List<String> views(List<Records.DecisionView> decisions) {
    return decisions.stream().map(one -> one.outcome() + one.reasons()).toList();
  }

  private static List<Records.DecisionView> decisions(TestNode node) throws ExchangeException {
    return node.core().records().decisions(node.rights(), 100);
  }

  private static Links.Outgoing next(TestNode from, TestNode to) throws ExchangeException {
    return from.core().links().next(to.id()).orElseThrow();
  }

  private static List<String> types(TestNode node, AskedQuestion asked) {
    return node.core().records().entries(node.rights(), 1000).reversed().stream()
        .filter(entry -> entry.about().contains(asked.id()))
        .map(Records.EntryView::type)
        .toList();
  }

  private static long count(TestNode node, EntryType type) {
    return node.core().records().entries(node.rights(), 1000).stream()
        .filter(entry -> entry.type().equals(type.code()))
        .count();
  }

  /// Everything in a node's database as text, for looking what is not there.
  private static String plain(TestNode node) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String row : node.store().dump()) {
      all.append(shown(Bytes.fromHex(row.substring(row.lastIndexOf(' ') + 1))));
    }
    return all.toString();
  }

  private static String shown(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
