// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.Ground;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Each budget of questions to the very question: what fits is answered, the next waits for a
/// person (invariant I4).
class BudgetsTest {
  private static final String CONSONANTS = "bdfgjlmnprst";

  private final Story story;
  private int asked;

  BudgetsTest() throws Exception {
    story = Story.begin(61);
  }

  @Test
  void i4_ofAnAgencyForADay() throws Exception {
    allowADay(3);
    for (int i = 0; i < 3; i++) {
      ask("policia", stranger());
    }
    assertThat(waiting()).isZero();
    ask("policia", stranger());
    assertThat(waiting()).isEqualTo(1);
    ask("fiscalia", stranger());
    assertThat(waiting()).as("the budget of another agency").isEqualTo(1);
    story.federation().world().pass(Duration.ofDays(1));
    ask("policia", stranger());
    assertThat(waiting()).as("the next day").isEqualTo(1);
  }

  @Test
  void i4_ofAStateForADay() throws Exception {
    allowADay(2);
    for (int i = 0; i < 8; i++) {
      ask("agencia" + i / 2, stranger());
    }
    assertThat(waiting()).isZero();
    ask("otra", stranger());
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void i4_ofANameForAState() throws Exception {
    Entity name = stranger();
    for (int i = 0; i < 12; i++) {
      ask("agencia" + i, name);
    }
    assertThat(waiting()).isZero();
    ask("otra", name);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void i4_ofAnEntityTold() throws Exception {
    for (int i = 0; i < 6; i++) {
      ask("agencia" + i, Story.PROBE);
    }
    assertThat(waiting()).isZero();
    ask("otra", Story.PROBE);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void i4_ofACaseWhereNoNameIsGiven() throws Exception {
    for (int i = 0; i < 5; i++) {
      askFor("CASO-1", "policia", vehicle(i), SubjectCategory.NOT_A_PERSON);
    }
    assertThat(waiting()).isZero();
    askFor("CASO-1", "policia", vehicle(5), SubjectCategory.NOT_A_PERSON);
    assertThat(waiting()).isEqualTo(1);
  }

  private void ask(String agency, Entity subject) throws Exception {
    askFor("CASO-" + 100 + asked, agency, subject, SubjectCategory.SUSPECT_COMMITTED);
  }

  private void askFor(String caseReference, String agency, Entity subject, SubjectCategory category)
      throws Exception {
    TestNode co = story.federation().co();
    Officer by = co.officer(agency, AgencyKind.POLICE, "analista", Role.ANALYST);
    AskForm like =
        Forms.about(subject, caseReference, Set.of(Ground.EVIDENCE), story.federation().ve());
    AskForm form =
        new AskForm(
            like.partners(),
            caseReference,
            like.legalBasis(),
            like.offence(),
            like.purpose(),
            like.elements(),
            subject,
            category,
            like.stage(),
            like.grounds(),
            like.wanted(),
            like.urgency(),
            like.reason());
    asked++;
    assertThat(co.core().asking().ask(by, form).getFirst().state()).isEqualTo(State.QUEUED);
    story.federation().settle();
  }

  private long waiting() {
    TestNode ve = story.federation().ve();
    return ve.core().holding().questions(ve.authority()).size();
  }

  /// Somebody whose name nobody asked about before.
  private Entity stranger() {
    char first = CONSONANTS.charAt(asked / 4);
    char second = CONSONANTS.charAt(6 + asked % 4);
    return People.person("p" + asked, "Inventado " + first + "a" + second + "o", "1980-01-01", 0);
  }

  private static Entity vehicle(int number) {
    Statement like = Story.HELD.statements().getFirst();
    Statement plate =
        new Statement(
            Property.LICENCE_PLATE,
            "ZZZ" + (100 + number),
            like.kind(),
            like.grading(),
            like.source(),
            like.since());
    return new Entity(new EntityId("v" + number), Schema.VEHICLE, List.of(plate));
  }

  private void allowADay(int questions) throws Exception {
    InvariantSteps.agree(story, "quota-per-day: 200", "quota-per-day: " + questions);
  }
}
