// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.model.Handling;
import lat.enlace.model.StateCode;
import lat.enlace.model.clock.Term;

/// What a decision obliges to.
public final class Obligations {
  private Obligations() {}

  /// The union of the handling the permit demands and the least there is (invariant I8).
  public static Handling handling(Decision decision) {
    Handling all = Handling.LEAST;
    for (Obligation obligation : of(decision)) {
      if (obligation instanceof Obligation.Handle handle) {
        all = all.union(handle.handling());
      }
    }
    return all;
  }

  /// Within what term an answer is owed that the decision permits, if it is.
  public static Optional<Term> term(Decision decision) {
    return of(decision).stream()
        .filter(Obligation.AnswerWithin.class::isInstance)
        .map(obligation -> ((Obligation.AnswerWithin) obligation).clock())
        .findFirst();
  }

  /// When the answer is owed that the decision permits, if it does: by the calendar of the state
  /// that owes it, from when that state received the question.
  public static Optional<Instant> due(Decision decision, StateCode owing, Instant received) {
    return term(decision).map(term -> term.after(received, owing));
  }

  /// For how long what is received may be kept.
  public static List<Obligation.Keep> retention(Decision decision) {
    return of(decision).stream()
        .filter(Obligation.Keep.class::isInstance)
        .map(Obligation.Keep.class::cast)
        .toList();
  }

  private static List<Obligation> of(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit -> permit.obligations();
      case Decision.Escalate _, Decision.Refuse _ -> List.of();
    };
  }
}
