// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Links;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Invariant I10: a partner meets subjects of offences that the agreement covers, and no others.
class CoveredOffencesTest {
  private static final OffenceCode DRUGS = new OffenceCode("0601");
  private static final OffenceCode LAUNDERING = new OffenceCode("07041");
  private static final OffenceCode THEFT = new OffenceCode("0502");

  private final Story story;
  private final TestNode co;
  private final TestNode ve;

  CoveredOffencesTest() throws ExchangeException {
    this.story = new Story(Federation.ofThree(75));
    this.co = story.federation().co();
    this.ve = story.federation().ve();
  }

  @Test
  void subject_ofACoveredOffenceIsTold() throws Exception {
    assertThat(put(Story.HELD, DRUGS)).isZero();
    assertThat(asked()).isEqualTo(State.HIT);
  }

  @Test
  void subject_ofAnotherCoveredOffenceThanTheOneAskedAboutIsTold() throws Exception {
    assertThat(put(Story.HELD, LAUNDERING)).isZero();
    assertThat(asked()).isEqualTo(State.HIT);
  }

  @Test
  void subject_ofAnOffenceThatNoAgreementCoversIsToldToNobody() throws Exception {
    assertThat(put(Story.HELD, THEFT)).isEqualTo(1);
    assertThat(asked()).isEqualTo(State.NO_HIT);
    assertThat(ve.core().holdings().counts().subjects()).isEqualTo(1);
    assertThat(
            ve.core()
                .holdings()
                .search(ve.analyst(), Story.PROBE, new CaseReference("C-1"), "búsqueda"))
        .hasSize(1);
  }

  @Test
  void subject_ofAnOffenceThatIsNoLawInOneOfTheStatesIsNotTold() throws Exception {
    put(Story.HELD, LAUNDERING);
    adopt(text ->
        text.replace(
            "{article: \"VE:LOCDOFT 35\", since: 2012-04-30",
            "{article: \"VE:LOCDOFT 35\", since: 2099-04-30"));
    assertThat(asked()).isEqualTo(State.NO_HIT);
  }

  @Test
  void subject_isToldOnceAnAgreementCoversIt() throws Exception {
    put(Story.HELD, THEFT);
    assertThat(asked()).isEqualTo(State.NO_HIT);
    adopt(text -> text.replace("code: \"07041\"", "code: \"0502\""));
    assertThat(asked()).isEqualTo(State.HIT);
  }

  @Test
  void uncovered_looksLikeNobodyInEveryTrace() throws Exception {
    assertThat(new CoveredOffencesTest().traces(Story.HELD, THEFT))
        .isEqualTo(new CoveredOffencesTest().traces(People.any(9), THEFT))
        .isNotEqualTo(new CoveredOffencesTest().traces(Story.HELD, DRUGS));
  }

  @Test
  void uncoveredSinceTheHit_isNeitherComparedNorReleased() throws Exception {
    put(Story.HELD, DRUGS);
    story.followUp();
    Holding.HeldFollowUp held = story.desk().getFirst();
    Holding holding = ve.core().holding();
    assertThat(holding.compare(ve.duty(), held.id()).candidate()).isEqualTo(Story.HELD);
    put(Story.HELD, THEFT);
    DispatchId followUp = held.id();
    refused(() -> holding.compare(ve.duty(), followUp));
    refused(() -> holding.release(ve.duty(), followUp, Handling.LEAST));
    put(Story.HELD, DRUGS);
    ve.release(followUp);
  }

  private int put(Entity person, OffenceCode offence) throws ExchangeException {
    CaseSubject suspect = Forms.suspect(person);
    return ve.core()
        .holdings()
        .putAll(
            ve.analyst(),
            List.of(
                new CaseSubject(
                    person,
                    suspect.caseReference(),
                    offence,
                    suspect.category(),
                    suspect.stage())));
  }

  private State asked() throws ExchangeException {
    AskedQuestion asked = story.ask();
    story.federation().settle();
    return story.now(asked).state();
  }

  /// What Colombia can see, and what Venezuela does for it.
  private List<Object> traces(Entity held, OffenceCode offence) throws Exception {
    put(held, offence);
    long drawn = ve.randomness().drawn();
    long searched = ve.searches();
    AskedQuestion asked = story.ask();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    co.core().links().delivered(out, ack);
    List<Object> seen = new ArrayList<>();
    seen.add(ve.randomness().drawn() - drawn);
    seen.add(ve.searches() - searched);
    Links.Outgoing answer = next(ve, co);
    seen.add(ack.size());
    seen.add(answer.envelope().size());
    ve.core().links().delivered(answer, co.core().links().receive(ve.id(), answer.envelope()));
    seen.add(story.now(asked).state());
    seen.add(ve.core().records().head().size());
    seen.add(types(ve, asked));
    return seen;
  }

  /// Both sides adopt a second text of their agreement.
  private void adopt(UnaryOperator<String> change) throws ExchangeException {
    var signed =
        Federation.signed(
            "co-ve", co, ve, text -> change.apply(text).replace("version: 1", "version: 2"));
    co.core().standings().adopt(co.operator(), signed);
    ve.core().standings().adopt(ve.operator(), signed);
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExchangeException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
  }
}
