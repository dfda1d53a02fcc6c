// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange;
import lat.enlace.instrument.Instrument;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.workbench.verdict.Verdict;
import lat.enlace.workbench.verdict.Verdicts;

/// A question with everything its page shows.
///
/// @param profile if it is a hit: one, else none
/// @param refused the partner's refusal by its own decision: one or none
/// @param entries where it stands in this node's ledger
record QuestionView(
    AskedQuestion question,
    Trail trail,
    Verdict verdict,
    List<Profile> profile,
    List<HitBody.Outcome.Refused> refused,
    List<Long> entries) {
  /// Copies the lists.
  QuestionView {
    profile = List.copyOf(profile);
    refused = List.copyOf(refused);
    entries = List.copyOf(entries);
  }

  static QuestionView of(Exchange exchange, AskedQuestion question, Verdicts verdicts) {
    List<Instrument> instruments = exchange.standings().instrumentsWith(question.partner());
    return new QuestionView(
        question,
        Trail.of(question.state()),
        verdicts.read(question.decision(), instruments),
        question.answer().stream().flatMap(answer -> profile(question, answer).stream()).toList(),
        question.answer().stream()
            .filter(HitBody.Outcome.Refused.class::isInstance)
            .map(HitBody.Outcome.Refused.class::cast)
            .toList(),
        exchange.records().indexesOf(question.id()));
  }

  private static List<Profile> profile(AskedQuestion question, HitBody.Outcome answer) {
    return switch (answer) {
      case HitBody.Outcome.Hit hit ->
          List.of(Profile.of(question.form().subject(), hit.candidates(), hit.several()));
      case HitBody.Outcome.NoHit() -> List.of();
      case HitBody.Outcome.Refused refused -> List.of();
    };
  }

  /// True while a reply from the partner is owed.
  public boolean owed() {
    return question.owed();
  }
}
