// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.indexed;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static lat.enlace.testkit.exchange.InvariantSteps.subject;
import static lat.enlace.testkit.exchange.InvariantSteps.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.model.EntityId;
import lat.enlace.model.Handling;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gates that look at who somebody is hold on every road to the data, not on the first alone:
/// question, match, follow-up, side by side, release, disclosure, at both nodes.
class GatesOnEveryRoadTest {
  private static final Entity REAL_NAME = People.person("p", "Nadie Oculto Real", "1980-02-03", 0);

  /// {@link Story#HELD}, known under a second name.
  private static final Entity TWO_NAMES = twoNames();

  private static Entity twoNames() {
    List<Statement> all = new ArrayList<>(Story.HELD.statements());
    REAL_NAME.statements().stream()
        .filter(one -> one.property().equals(Property.NAME))
        .forEach(all::add);
    return new Entity(new EntityId("ve-2"), Schema.PERSON, all);
  }

  @Test
  void sealed_underAnotherNameOfTheRecordIsNoHit() throws Exception {
    Story story = new Story(Federation.ofThree(21));
    TestNode ve = story.federation().ve();
    ve.core().holdings().protect(ve.rights(), REAL_NAME);
    // The analyst who adds the record learns nothing of the sealed list.
    assertThat(indexed(ve, Forms.suspect(TWO_NAMES))).isTrue();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
  }

  @Test
  void sealed_underAnotherNameLeavesTheTracesOfNobody() throws Exception {
    assertThat(traces(TWO_NAMES, REAL_NAME)).isEqualTo(traces(false));
  }

  @Test
  void sealed_afterTheHitIsAsAbsentAsOneWithdrawn() throws Exception {
    Story story = Story.begin(22);
    TestNode ve = story.federation().ve();
    AskedQuestion followed = story.followUp();
    ve.core().holdings().protect(ve.rights(), Story.HELD);
    var waiting = story.desk().getFirst().id();
    refused(
        ExchangeException.Code.NOT_FOUND, () -> ve.core().holding().compare(ve.duty(), waiting));
    refused(
        ExchangeException.Code.NOT_FOUND,
        () -> ve.core().holding().release(ve.duty(), waiting, Handling.LEAST));
    story.federation().settle();
    assertThat(story.now(followed).state()).isEqualTo(State.FOLLOWED_UP);
    assertThat(plain(story.federation().co())).doesNotContain("4711");
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("G9-protected"));
    assertThat(ve.core().records().decisions(ve.auditor(), 100))
        .flatExtracting(Records.DecisionView::reasons)
        .doesNotContain("G9-protected");
  }

  @Test
  void sealed_beforeTheFollowUpShowsNothingToTheAsker() throws Exception {
    Story story = Story.begin(23);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    ve.core().holdings().protect(ve.rights(), Story.HELD);
    assertThat(story.followUpOn(asked).state()).isEqualTo(State.FOLLOWED_UP);
    assertThat(story.desk()).hasSize(1);
  }

  @Test
  void sealed_atTheAskerUnderANameOnlyTheDisclosureHoldsIsNotKept() throws Exception {
    Story story = new Story(Federation.ofThree(24));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ve.core().holdings().put(ve.analyst(), Forms.suspect(TWO_NAMES));
    co.core().holdings().protect(co.rights(), REAL_NAME);
    AskedQuestion followed = story.followUp();
    ve.release(story.desk().getFirst().id());
    story.federation().settle();
    assertThat(story.now(followed).state()).isEqualTo(State.WITHHELD);
    assertThat(plain(co)).doesNotContain("4711");
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains("G9-protected"));
  }

  @Test
  void sealed_atTheAskerAfterTheHitTheFollowUpGoesNowhere() throws Exception {
    Story story = Story.begin(25);
    TestNode co = story.federation().co();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    co.core().holdings().protect(co.rights(), Story.PROBE);
    assertThat(story.followUpOn(asked).state()).isEqualTo(State.FOLLOWED_UP);
    assertThat(story.desk()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2012-05-12",
        "2012-05",
        "12/05/2012",
        "12 May 2012",
        "12 de mayo de 2012",
        "2012-05-12T00:00:00",
        "20120512",
        "12/05/12",
        "circa 2007",
        "fecha ilegible"
      })
  void minor_inWhateverFormTheDateIsWritten(String born) throws Exception {
    Story story = Story.begin(26);
    Entity minor = People.person("m", "Luis Ejemplo Nadie", born, 0);
    assertThat(indexed(story.federation().ve(), subject(minor, SubjectCategory.SUSPECT_COMMITTED)))
        .isFalse();
    TestNode co = story.federation().co();
    Asking asking = co.core().asking();
    AskForm form = Forms.lawful(minor, story.federation().ve());
    if (QuestionBounds.excess(minor).isEmpty()) {
      assertThat(asking.ask(co.analyst(), form).getFirst().state()).isEqualTo(State.REFUSED_HERE);
    } else {
      // No question leaves with a date that only its writer can read.
      assertThatThrownBy(() -> asking.ask(co.analyst(), form))
          .asInstanceOf(InstanceOfAssertFactories.type(ExchangeException.class))
          .returns(ExchangeException.Code.INVALID_FORM, ExchangeException::code);
    }
  }

  @Test
  void adult_inOtherFormsIsMatched() throws Exception {
    Story story = Story.begin(26);
    TestNode ve = story.federation().ve();
    for (String born : List.of("12/05/1980", "12 May 1980", "1980", "19800512", "circa 1980")) {
      Entity adult = People.person("m", "Luis Ejemplo Nadie", born, 0);
      assertThat(indexed(ve, Forms.suspect(adult))).as(born).isTrue();
    }
  }

  private static void refused(ExchangeException.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
