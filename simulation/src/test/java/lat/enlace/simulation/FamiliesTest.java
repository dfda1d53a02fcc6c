// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import lat.enlace.model.DispatchKind;
import org.junit.jupiter.api.Test;

/// Whatever kinds.md lists, officers of the simulation bring about.
class FamiliesTest {
  @Test
  void everyKind_hasAFamily() {
    Set<DispatchKind> expected = EnumSet.allOf(DispatchKind.class);
    expected.removeIf(kind -> Families.NOT_YET.contains(kind.code()));
    assertThat(Families.kinds()).as("not yet: %s", Families.NOT_YET).isEqualTo(expected);
  }

  /// The outcome of a receipt is no machine that anybody moves.
  @Test
  void everyStateMachine_isWatched() {
    Set<String> told = new HashSet<>(new StateTables().machines());
    told.remove("Receipt.Outcome");
    assertThat(Families.machines())
        .extracting(Machine::name)
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void everyMove_leadsFromAStateToAState() {
    StateTables tables = new StateTables();
    assertThat(tables.moves())
        .isNotEmpty()
        .allMatch(move -> tables.tells(move.machine(), move.from()))
        .allMatch(move -> tables.tells(move.machine(), move.to()));
  }
}
