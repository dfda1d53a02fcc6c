// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void words_standForEveryReason(Language language) {
    ReasonWords words = ReasonWords.in(language);

    for (Reason reason : everyReason()) {
      assertThat(words.message(reason)).isNotBlank();
      assertThat(words.remedy(reason)).isNotBlank();
    }
  }

  @Test
  void words_areSpanishWhereSpanishIsAsked() {
    assertThat(ReasonWords.in(Language.ES).message(new Reason.OfGate(Gate.CASE)))
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
