// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Law;
import lat.enlace.instrument.decision.Audience;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Need;
import lat.enlace.instrument.decision.Needs;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.workbench.page.Words;
import org.springframework.stereotype.Component;

/// Puts decisions into words, with the articles they rest on.
@Component
public class Verdicts {
  private final Words words;

  Verdicts(Words words) {
    this.words = words;
  }

  /// A decision under {@code instruments}, of which the clauses cited are one.
  public Verdict read(Decision decision, List<Instrument> instruments) {
    return switch (decision) {
      case Decision.Permit permit -> permit(permit, instruments);
      case Decision.Escalate escalate ->
          new Verdict(
              Verdict.Outcome.ESCALATE,
              List.of(),
              List.of(),
              escalate.authorities().stream()
                  .sorted(Comparator.comparing(AuthorityRole::code))
                  .toList(),
              because(escalate.reasons(), instruments));
      case Decision.Refuse refuse -> refuse(refuse, instruments);
    };
  }

  /// The article that a clause belongs to: its own, or that of the clause it is part of.
  public static Optional<Article> article(ClauseId clause, Instrument instrument) {
    return instrument.articles().stream()
        .filter(article -> covers(article.clause(), clause))
        .max(Comparator.comparingInt(article -> article.clause().value().length()));
  }

  private Verdict permit(Decision.Permit permit, List<Instrument> instruments) {
    return new Verdict(
        Verdict.Outcome.PERMIT,
        permit.clauses().stream().map(clause -> clause(clause, instruments)).toList(),
        permit.obligations().stream().map(this::obligation).toList(),
        List.of(),
        List.of());
  }

  /// A refusal of which the officer may know nothing looks as a permit without a word does.
  private Verdict refuse(Decision.Refuse refuse, List<Instrument> instruments) {
    return new Verdict(
        refuse.concealed() ? Verdict.Outcome.PERMIT : Verdict.Outcome.REFUSE,
        List.of(),
        List.of(),
        List.of(),
        because(refuse.forAsker(), instruments));
  }

  private List<Verdict.Because> because(List<Reason> reasons, List<Instrument> instruments) {
    return reasons.stream()
        .filter(reason -> reason.audience() == Audience.ASKER)
        .map(reason -> because(reason, instruments))
        .toList();
  }

  private Verdict.Because because(Reason reason, List<Instrument> instruments) {
    return new Verdict.Because(
        reason.code(),
        reason instanceof Reason.OfGate,
        words.reason(reason.messageKey(), reason.code()),
        words.reason(reason.remedyKey(), ""),
        instruments.stream()
            .flatMap(instrument -> Needs.of(reason, instrument).stream())
            .map(this::need)
            .toList(),
        reason instanceof Reason.OfClause of
            ? List.of(clause(of.clause(), instruments))
            : List.of());
  }

  private String need(Need need) {
    return switch (need) {
      case Need.Codes(List<Coded> codes) ->
          words.text(
              "verdict.need.codes",
              codes.stream().map(words::label).collect(Collectors.joining(", ")));
      case Need.Punishable(Law law, int leastMonths) ->
          words.text(
              "verdict.need.law",
              words.state(law.state()),
              law.offence().article().value(),
              law.offence().since().toString(),
              words.number(law.maximumPenaltyMonths()),
              words.number(leastMonths));
      case Need.PerDay(int questions) -> words.text("verdict.need.day", words.number(questions));
    };
  }

  private Verdict.Clause clause(ClauseId clause, List<Instrument> instruments) {
    return instruments.stream()
        .flatMap(instrument -> article(clause, instrument).stream())
        .findFirst()
        .map(article ->
            new Verdict.Clause(
                clause.value(),
                article.title().in(words.language()),
                article.text().in(words.language())))
        .orElseGet(() -> new Verdict.Clause(clause.value(), "", ""));
  }

  private String obligation(Obligation obligation) {
    return switch (obligation) {
      case Obligation.Handle handle ->
          words.text(
              "obligation.handle",
              words.labels(handle.handling().codes()),
              words.label(handle.handling().action()));
      case Obligation.AnswerWithin answer ->
          words.text("obligation.answer", words.term(answer.clock()));
      case Obligation.Keep keep ->
          words.text(
              keep.renewable() ? "obligation.keep.renewable" : "obligation.keep",
              words.labels(keep.data()),
              Integer.toString(keep.days()));
      case Obligation.LogReadings() -> words.text("obligation.readings");
    };
  }

  private static boolean covers(ClauseId article, ClauseId clause) {
    return clause.equals(article) || clause.value().startsWith(article.value() + ".");
  }
}
