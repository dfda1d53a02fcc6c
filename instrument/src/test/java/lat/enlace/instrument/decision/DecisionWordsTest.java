// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Language;
import lat.enlace.model.clock.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void words_standForEveryReason(Language language) {
    DecisionWords words = DecisionWords.in(language);

    for (Reason reason : everyReason()) {
      assertThat(words.message(reason)).isNotBlank();
      assertThat(words.remedy(reason)).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void words_standForEveryNeedAndDutyWithItsFacts(Language language) {
    DecisionWords words = DecisionWords.in(language);
    ClauseId clause = new ClauseId("art-9");

    assertThat(words.need(new Need.Codes(List.of(ConfidenceLevel.ALERTS, ConfidenceLevel.CONTACT))))
        .contains("alerts, contact");
    assertThat(words.need(new Need.PerDay(12_000))).contains("12000");
    assertThat(words.duty(new Obligation.AnswerWithin(clause, Term.parse("PT8H"))))
        .contains("art-9", "PT8H");
    assertThat(
            words.duty(
                new Obligation.Keep(clause, Set.of(DataCategory.CRIMINAL_RECORD), 1825, false)))
        .contains("art-9", DataCategory.CRIMINAL_RECORD.code(), "1825");
    assertThat(words.duty(new Obligation.LogReadings())).isNotBlank();
  }

  @Test
  void words_areSpanishWhereSpanishIsAsked() {
    assertThat(DecisionWords.in(Language.ES).message(new Reason.OfGate(Gate.CASE)))
        .isEqualTo("No se nombra un caso.");
  }

  private static List<Reason> everyReason() {
    List<Reason> all = new ArrayList<>(List.of(new Reason.OfDefault()));
    for (Gate gate : Gate.values()) {
      all.add(new Reason.OfGate(gate));
    }
    for (Shortfall shortfall : Shortfall.values()) {
      all.add(new Reason.OfClause(new ClauseId("art-1"), shortfall));
    }
    return all;
  }
}
