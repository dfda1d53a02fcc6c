// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgencyKindTest {
  /// Every kind that may carry something about a person, the humanitarian ones included.
  @ParameterizedTest
  @EnumSource(names = {"ARMED_FORCES", "COAST_GUARD"})
  void ceiling_keepsPersonDataFromMilitaryUnits(AgencyKind kind) {
    assertThat(kind.ceiling())
        .allSatisfy(allowed ->
            assertThat(allowed.lane()).isIn(DispatchKind.Lane.GOVERNANCE, DispatchKind.Lane.LIFE))
        .doesNotContain(
            DispatchKind.QUESTION,
            DispatchKind.ANSWER,
            DispatchKind.FOLLOW_UP,
            DispatchKind.DISCLOSURE,
            DispatchKind.READING,
            DispatchKind.WHEREABOUTS,
            DispatchKind.WHEREABOUTS_REPLY);
  }

  @Test
  void ceiling_keepsConsularServicesToTheHumanitarianFloor() {
    assertThat(AgencyKind.CONSULAR.ceiling())
        .isNotEmpty()
        .contains(DispatchKind.READING)
        .filteredOn(allowed -> allowed != DispatchKind.READING)
        .allSatisfy(allowed ->
            assertThat(allowed.lane())
                .isIn(DispatchKind.Lane.HUMANITARIAN, DispatchKind.Lane.LIFE));
  }

  @ParameterizedTest
  @EnumSource
  void ceiling_canBeChangedByNoCaller(AgencyKind kind) {
    kind.ceiling().clear();
    assertThat(kind.ceiling()).isNotEmpty();
  }

  @Test
  void agency_rejectsAnIdOfAnotherState() {
    AgencyId id = new AgencyId("co-policia");
    assertThat(new Agency(id, new StateCode("CO"), AgencyKind.POLICE).id()).isEqualTo(id);
    assertThatThrownBy(() -> new Agency(id, new StateCode("VE"), AgencyKind.POLICE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
