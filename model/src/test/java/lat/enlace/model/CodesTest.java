// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
  static Stream<List<Coded>> lists() {
    return Stream.<Coded[]>of(
            ActionCode.values(),
            AgencyKind.values(),
            ConfidenceLevel.values(),
            DataCategory.values(),
            DispatchKind.values(),
            Ground.values(),
            HandlingCode.values(),
            InformationGrade.values(),
            Language.values(),
            ProceduralStage.values(),
            Purpose.values(),
            RecallAction.values(),
            RefusalCode.values(),
            Role.values(),
            Schema.values(),
            SourceGrade.values(),
            StatementKind.values(),
            SubjectCategory.values(),
            TransnationalElement.values(),
            Urgency.values())
        .map(Arrays::asList);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void codes_areUniqueAndPlain(List<Coded> list) {
    assertThat(list)
        .extracting(Coded::code)
        .doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(code).matches("[A-Za-z0-9][A-Za-z0-9-]*"));
  }

  @Test
  void find_givesTheMemberOrNothing() {
    assertThat(Coded.find(Language.class, "es")).contains(Language.ES);
    assertThat(Coded.find(Language.class, "ES")).isEmpty();
    assertThat(Coded.find(Language.class, "")).isEmpty();
  }

  @Test
  void confidence_risesOneStepAtATime() {
    for (ConfidenceLevel level : ConfidenceLevel.values()) {
      assertThat(level.reaches(level)).isTrue();
      assertThat(level.next().reaches(level)).isTrue();
      assertThat(level.reaches(level.next())).isEqualTo(level == ConfidenceLevel.JOINT_OPERATIONS);
    }
  }
}
