// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.standing;

import java.util.Map;
import java.util.TreeMap;
import lat.enlace.exchange.Standings.Uses;
import lat.enlace.exchange.decide.DecisionRow;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.Instrument;
import lat.enlace.model.ClauseId;

/// Counts how often each clause of an instrument was the ground of a decision, by the open outcome:
/// what only the rights officer may know is counted as everyone sees it.
final class ClauseUses {
  private final Instrument instrument;
  private final Map<ClauseId, Uses> uses = new TreeMap<>();

  ClauseUses(Instrument instrument) {
    this.instrument = instrument;
  }

  void count(DecisionRow row) {
    if (!row.instrument().equals(instrument.id().value())) {
      return;
    }
    Uses one =
        switch (row.openOutcome()) {
          case "permit" -> new Uses(1, 0, 0);
          case "escalate" -> new Uses(0, 1, 0);
          default -> new Uses(0, 0, 1);
        };
    for (String reason : row.openReasons()) {
      if (names(reason)) {
        uses.merge(new ClauseId(reason), one, Uses::plus);
      }
    }
  }

  Map<ClauseId, Uses> all() {
    return Map.copyOf(uses);
  }

  /// Reasons are clauses and gates; only clauses stand in the text.
  private boolean names(String reason) {
    return instrument.articles().stream()
        .map(Article::clause)
        .anyMatch(
            clause -> reason.equals(clause.value()) || reason.startsWith(clause.value() + "."));
  }
}
