// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.model.ActionCode;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.clock.Term;
import org.junit.jupiter.api.Test;

class ObligationsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @Test
  void permit_bindsToHandlingClockRetentionAndLogging() throws Exception {
    Decision.Permit permit = (Decision.Permit) decide("co-ve", DAY, "\"urgency\": \"N7D\"");

    assertThat(permit.obligations())
        .anySatisfy(one -> {
          assertThat(one).isInstanceOf(Obligation.Handle.class);
          assertThat(((Obligation.Handle) one).handling().codes())
              .containsExactlyInAnyOrder(HandlingCode.H1, HandlingCode.H2);
          assertThat(((Obligation.Handle) one).handling().action()).isEqualTo(ActionCode.P1);
        })
        .anySatisfy(one ->
            assertThat(one)
                .isInstanceOfSatisfying(
                    Obligation.AnswerWithin.class,
                    answer -> assertThat(answer.clock()).isEqualTo(Term.parse("P7D"))))
        .anySatisfy(one ->
            assertThat(one)
                .isInstanceOfSatisfying(
                    Obligation.Keep.class, keep -> assertThat(keep.days()).isEqualTo(365)))
        .contains(new Obligation.LogReadings());
  }

  @Test
  void permit_hasTheClockOfTheUrgency() throws Exception {
    Decision.Permit permit = (Decision.Permit) decide("co-ve", DAY, "\"urgency\": \"U8H\"");

    assertThat(permit.obligations())
        .anySatisfy(one ->
            assertThat(one)
                .isInstanceOfSatisfying(
                    Obligation.AnswerWithin.class,
                    answer -> assertThat(answer.clock()).isEqualTo(Term.parse("PT8H"))));
  }

  @Test
  void decide_readsTheLawOfTheDay() throws Exception {
    assertThat(decide("co-ve", LocalDate.parse("2010-09-15"), "\"urgency\": \"N7D\""))
        .isInstanceOf(Decision.Permit.class);
    assertThat(decide("co-ve", LocalDate.parse("2010-09-14"), "\"urgency\": \"N7D\""))
        .isInstanceOfSatisfying(
            Decision.Refuse.class,
            refuse ->
                assertThat(refuse.reasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.messageKey()).isEqualTo("clause.law")));
  }

  private static Decision decide(String instrument, LocalDate day, String urgency)
      throws Exception {
    String question =
        SampleInstruments.file("vectors/instrument/decide/base.json")
            .replace("\"urgency\": \"N7D\"", urgency)
            .replaceFirst("\\{", "{\"side\": \"asking\",");
    AskedText asked = AskedText.read(question, ConfidenceLevel.HIT_NO_HIT);
    return CompiledInstrument.on(day, SampleInstruments.read(instrument))
        .decide(asked.question(), asked.context());
  }
}
