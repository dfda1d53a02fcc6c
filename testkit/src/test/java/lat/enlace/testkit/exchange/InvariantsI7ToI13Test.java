// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.indexed;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static lat.enlace.testkit.exchange.InvariantSteps.run;
import static lat.enlace.testkit.exchange.InvariantSteps.subject;
import static lat.enlace.testkit.exchange.InvariantSteps.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.record.Stored;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Invariants I7 to I13 of docs/architecture.md; each test fails if its invariant is broken.
class InvariantsI7ToI13Test {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

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

    Whereabouts.Inquiry inquiry = inquire(co, ve);
    federation.settle();
    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.SEEN, "vista el lunes");
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
    var contact = ConfidenceLevel.CONTACT;
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
    ve.release(story.desk().getFirst().id(), narrower);
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
    story.federation().settle();
    assertThat(story.now(followed).state()).isEqualTo(State.FOLLOWED_UP);
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
    assertThatThrownBy(() ->
            ve.core().holding().release(ve.analyst(), story.desk().getFirst().id(), Handling.LEAST))
        .isInstanceOf(ExchangeException.class);
    assertThat(plain(story.federation().co())).doesNotContain("4711");
    ve.release(story.desk().getFirst().id());
    story.federation().settle();
    assertThat(plain(story.federation().co())).contains("4711");
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
    assertThat(decisions(ve))
        .anyMatch(one -> one.kind().equals("batch") && one.reasons().contains("CLOCK"));
  }

  @Test
  void i11_aClockMayBeFiveMinutesOffAndNotASecondMore() throws Exception {
    for (long seconds : List.of(-301L, -300L, 300L, 301L)) {
      Story story = Story.begin(13);
      TestNode co = story.federation().co();
      co.clock().skew(Duration.ofSeconds(seconds));
      story.ask();
      TestNode ve = story.federation().ve();
      Bytes batch = next(co, ve).envelope();
      assertThat(Liar.outcome(ve.core().links().receive(co.id(), batch)))
          .as("%d seconds", seconds)
          .isEqualTo(Math.abs(seconds) > 300 ? "CLOCK" : "accepted");
    }
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
  void i12_whatIsStoredHasOneOrder() {
    List<DataCategory> all = List.of(DataCategory.values());
    assertThat(Stored.of(new LinkedHashSet<>(all.reversed())))
        .isEqualTo(Stored.of(new LinkedHashSet<>(all)));
    Map<DataCategory, String> reversed = new LinkedHashMap<>();
    all.reversed().forEach(one -> reversed.put(one, one.code()));
    assertThat(Stored.of(reversed)).isEqualTo(Stored.of(new TreeMap<>(reversed)));
  }

  /// A set of two is walked in one order by about half of all processes, in the other by the rest.
  @Test
  void i12_partnersAskedAtOnceAreAskedInOneOrder() throws Exception {
    Federation federation = Federation.ofThree(14);
    TestNode co = federation.co();
    var form = Forms.lawful(People.any(1), federation.ve(), federation.ec());
    assertThat(co.core().asking().ask(co.analyst(), form))
        .extracting(AskedQuestion::partner)
        .containsExactly(federation.ec().id(), federation.ve().id());
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
}
