// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Invariant I8, over every pair and triple of restrictions there is.
class HandlingTest {
  private static final List<Handling> ALL = all();

  private static List<Handling> all() {
    List<Handling> all = new ArrayList<>();
    HandlingCode[] codes = HandlingCode.values();
    for (int bits = 1; bits < 1 << codes.length; bits++) {
      EnumSet<HandlingCode> some = EnumSet.noneOf(HandlingCode.class);
      for (int i = 0; i < codes.length; i++) {
        if (((bits >> i) & 1) == 1) {
          some.add(codes[i]);
        }
      }
      for (ActionCode action : ActionCode.values()) {
        all.add(new Handling(some, action));
      }
    }
    return all;
  }

  @Test
  void union_neverLosesARestrictionOfEither() {
    for (Handling a : ALL) {
      for (Handling b : ALL) {
        Handling both = a.union(b);
        assertThat(both.codes()).containsAll(a.codes()).containsAll(b.codes());
        assertThat(both.action()).isLessThanOrEqualTo(a.action()).isLessThanOrEqualTo(b.action());
      }
    }
  }

  @Test
  void union_addsNothingThatNeitherHas() {
    for (Handling a : ALL) {
      for (Handling b : ALL) {
        EnumSet<HandlingCode> either = EnumSet.copyOf(a.codes());
        either.addAll(b.codes());
        assertThat(a.union(b).codes()).isEqualTo(either);
        assertThat(a.union(b).action()).isIn(a.action(), b.action());
      }
    }
  }

  @Test
  void union_isIdempotentCommutativeAndAssociative() {
    for (Handling a : ALL) {
      assertThat(a.union(a)).isEqualTo(a);
      for (Handling b : ALL) {
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(b).union(Handling.LEAST)).isEqualTo(a.union(b.union(Handling.LEAST)));
      }
    }
  }

  @Test
  void constructor_rejectsAnItemWithoutACode() {
    assertThatThrownBy(() -> new Handling(Set.of(), ActionCode.P3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
