// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.Law;
import lat.enlace.model.ClauseId;
import lat.enlace.model.StateCode;

/// A covered offence on one day: the states in which it is law and serious enough.
///
/// @param number position among the offences of the instrument
record CompiledOffence(ClauseId clause, int number, Set<StateCode> punishableIn) {
  CompiledOffence {
    punishableIn = Set.copyOf(punishableIn);
  }

  static CompiledOffence on(LocalDate day, CoveredOffence offence, int number, int minimumMonths) {
    Set<StateCode> states = new HashSet<>();
    for (Law law : offence.laws()) {
      if (law.offence().appliesOn(day) && law.maximumPenaltyMonths() >= minimumMonths) {
        states.add(law.state());
      }
    }
    return new CompiledOffence(offence.clause(), number, states);
  }

  boolean punishableIn(StateCode one, StateCode other) {
    return punishableIn.contains(one) && punishableIn.contains(other);
  }
}
