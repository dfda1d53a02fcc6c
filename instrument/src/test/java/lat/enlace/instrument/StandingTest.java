// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final StateCode CO = new StateCode("CO");
  private static final StateCode VE = new StateCode("VE");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private Instrument instrument = read();
  private Relation relation = Relation.initial(instrument, CO, VE);

  private static Instrument read() {
    try {
      return SampleInstruments.read("co-ve");
    } catch (java.io.IOException | InstrumentException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void begin() {
    instrument = read();
    relation = Relation.initial(instrument, CO, VE);
  }

  @Test
  void standing_isInForceAtTheInitialLevel() {
    assertStanding(Standing.State.IN_FORCE, ConfidenceLevel.HIT_NO_HIT);
  }

  @Test
  void standing_isNotYetInForceTheDayBefore() {
    assertThat(Standing.of(instrument, relation, Set.of(), LocalDate.parse("2026-01-14")))
        .isEqualTo(new Standing(Standing.State.NOT_YET_IN_FORCE, ConfidenceLevel.FLOOR));
    assertThat(Standing.of(instrument, relation, Set.of(), LocalDate.parse("2026-01-15")).state())
        .isEqualTo(Standing.State.IN_FORCE);
  }

  @Test
  void standing_fallsToWhatTheReviewClauseLeavesTheDayAfter() {
    assertThat(Standing.of(instrument, relation, Set.of(), LocalDate.parse("2030-01-15")).state())
        .isEqualTo(Standing.State.IN_FORCE);
    assertThat(Standing.of(instrument, relation, Set.of(), LocalDate.parse("2030-01-16")))
        .isEqualTo(new Standing(Standing.State.REVIEW_OVERDUE, ConfidenceLevel.CONTACT));
  }

  @Test
  void standing_endsOnTheFirstDayOnWhichTheInstrumentBindsNoLonger() throws Exception {
    Instrument ending = ending(DAY);
    assertThat(Standing.of(ending, relation, Set.of(), DAY.minusDays(1)).state())
        .isEqualTo(Standing.State.IN_FORCE);
    assertThat(Standing.of(ending, relation, Set.of(), DAY))
        .isEqualTo(new Standing(Standing.State.ENDED, ConfidenceLevel.FLOOR));
    assertThat(Standing.of(ending, relation, Set.of(), DAY.plusYears(20)))
        .isEqualTo(new Standing(Standing.State.ENDED, ConfidenceLevel.FLOOR));
  }

  /// The sample, as if its parties had named the day on which it ends.
  private static Instrument ending(LocalDate until) throws Exception {
    String text = SampleInstruments.text("co-ve").value();
    String on = "on: 2026-01-15\n";
    assertThat(text).containsOnlyOnce(on);
    return InstrumentReader.read(
        new InstrumentText(text.replace(on, on + "  until: " + until + "\n")));
  }

  @Test
  void standing_isContestedWhereThisNodeSaysSo() {
    assertThat(Standing.of(instrument, relation, Set.of(VE), DAY))
        .isEqualTo(new Standing(Standing.State.MANDATE_CONTESTED, ConfidenceLevel.FLOOR));
    assertThat(Standing.of(instrument, relation, Set.of(new StateCode("PE")), DAY).state())
        .isEqualTo(Standing.State.IN_FORCE);
  }

  @Test
  void suspend_isAloneAndAtOnce() {
    relation = relation.suspended(VE);

    assertStanding(Standing.State.SUSPENDED, ConfidenceLevel.FLOOR);
  }

  @Test
  void suspend_staysWhileOneOfTwoSuspends() {
    relation =
        relation
            .suspended(VE)
            .suspended(CO)
            .resumed(VE, ConfidenceLevel.CONTACT, instrument.lifetime());

    assertStanding(Standing.State.SUSPENDED, ConfidenceLevel.FLOOR);
  }

  @Test
  void resume_opensNothingUntilBothSaySo() {
    relation =
        relation.suspended(VE).resumed(VE, ConfidenceLevel.HIT_NO_HIT, instrument.lifetime());
    assertStanding(Standing.State.LOWERED, ConfidenceLevel.FLOOR);

    relation = relation.raised(CO, ConfidenceLevel.HIT_NO_HIT, instrument.lifetime());
    assertStanding(Standing.State.LOWERED, ConfidenceLevel.CONTACT);
  }

  @Test
  void resume_hasNoMemoryOfOffersBeforeTheSuspension() {
    relation =
        relation
            .raised(CO, ConfidenceLevel.INFORMATION, instrument.lifetime())
            .suspended(VE)
            .resumed(VE, ConfidenceLevel.CONTACT, instrument.lifetime());

    assertStanding(Standing.State.LOWERED, ConfidenceLevel.FLOOR);
  }

  @Test
  void resume_isNotPreparedByWhatBothOfferWhileOneSuspendsStill() {
    relation =
        relation
            .suspended(VE)
            .suspended(CO)
            .resumed(VE, ConfidenceLevel.CONTACT, instrument.lifetime())
            .raised(CO, ConfidenceLevel.CONTACT, instrument.lifetime())
            .resumed(CO, ConfidenceLevel.FLOOR, instrument.lifetime());

    assertStanding(Standing.State.LOWERED, ConfidenceLevel.FLOOR);
  }

  @Test
  void raise_needsBothAndGoesOneStep() {
    relation = relation.raised(CO, ConfidenceLevel.JOINT_OPERATIONS, instrument.lifetime());
    assertStanding(Standing.State.IN_FORCE, ConfidenceLevel.HIT_NO_HIT);

    relation = relation.raised(VE, ConfidenceLevel.JOINT_OPERATIONS, instrument.lifetime());
    assertStanding(Standing.State.IN_FORCE, ConfidenceLevel.INFORMATION);
  }

  @Test
  void raise_goesOneStepHoweverMuchBothOffer() {
    relation =
        relation
            .lowered(CO, ConfidenceLevel.CONTACT)
            .raised(CO, ConfidenceLevel.INFORMATION, instrument.lifetime())
            .raised(VE, ConfidenceLevel.INFORMATION, instrument.lifetime());

    assertStanding(Standing.State.LOWERED, ConfidenceLevel.ALERTS);
  }

  @Test
  void raise_stopsAtTheCeiling() {
    for (int i = 0; i < 5; i++) {
      relation =
          relation
              .raised(CO, ConfidenceLevel.JOINT_OPERATIONS, instrument.lifetime())
              .raised(VE, ConfidenceLevel.JOINT_OPERATIONS, instrument.lifetime());
    }

    assertStanding(Standing.State.IN_FORCE, ConfidenceLevel.INFORMATION);
  }

  @Test
  void raise_byOneSideTwiceIsNotByBoth() {
    relation =
        relation
            .raised(CO, ConfidenceLevel.INFORMATION, instrument.lifetime())
            .raised(CO, ConfidenceLevel.INFORMATION, instrument.lifetime());

    assertStanding(Standing.State.IN_FORCE, ConfidenceLevel.HIT_NO_HIT);
  }

  @Test
  void lower_isAloneAndAtOnce() {
    relation = relation.lowered(CO, ConfidenceLevel.ALERTS);

    assertStanding(Standing.State.LOWERED, ConfidenceLevel.ALERTS);
  }

  @Test
  void lower_neverRaises() {
    relation =
        relation.lowered(CO, ConfidenceLevel.ALERTS).lowered(VE, ConfidenceLevel.INFORMATION);

    assertStanding(Standing.State.LOWERED, ConfidenceLevel.ALERTS);
  }

  @Test
  void withdraw_endsForGood() {
    relation =
        relation
            .withdrawn(VE)
            .raised(CO, ConfidenceLevel.CONTACT, instrument.lifetime())
            .raised(VE, ConfidenceLevel.CONTACT, instrument.lifetime());

    assertStanding(Standing.State.ENDED, ConfidenceLevel.FLOOR);
    assertThat(relation.level()).isEqualTo(ConfidenceLevel.FLOOR);
  }

  @Test
  void relation_isBetweenItsTwoParties() {
    assertThatThrownBy(() -> relation.suspended(new StateCode("BR")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertStanding(Standing.State state, ConfidenceLevel level) {
    assertThat(Standing.of(instrument, relation, Set.of(), DAY))
        .isEqualTo(new Standing(state, level));
  }
}
