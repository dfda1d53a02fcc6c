// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Lifetime;
import lat.enlace.instrument.RightsClause;
import lat.enlace.instrument.Terms;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.Urgency;
import lat.enlace.workbench.page.Words;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Component;

/// What the machine does by an article: the executed rules of its clauses, in words.
@Component
class ExecutedRules {
  private final Words words;

  ExecutedRules(Words words) {
    this.words = words;
  }

  /// One rule.
  ///
  /// @param kind last part of message keys under {@code rule.}
  record Rule(String clause, String kind, List<Line> lines) {
    /// Copies the list.
    Rule {
      lines = List.copyOf(lines);
    }
  }

  /// One condition of a rule.
  ///
  /// @param name message key
  record Line(String name, String value) {}

  /// The rules that belong to {@code article}.
  List<Rule> of(Article article, Instrument instrument) {
    return all(instrument).stream()
        .filter(rule ->
            Verdicts.article(new ClauseId(rule.clause()), instrument)
                .filter(article::equals)
                .isPresent())
        .toList();
  }

  /// The rules that no article speaks of: readers must see them all the same.
  List<Rule> unwritten(Instrument instrument) {
    return all(instrument).stream()
        .filter(rule -> Verdicts.article(new ClauseId(rule.clause()), instrument).isEmpty())
        .toList();
  }

  private List<Rule> all(Instrument instrument) {
    Terms terms = instrument.terms();
    List<Rule> rules = new ArrayList<>();
    terms.offences().forEach(offence -> rules.add(offence(offence)));
    terms.exchanges().forEach(exchange -> rules.add(exchange(exchange)));
    terms
        .retention()
        .forEach(keep ->
            rules.add(
                rule(
                    keep.clause(),
                    "retention",
                    line("rule.data", words.labels(keep.data())),
                    line("rule.days", Integer.toString(keep.days())),
                    line(
                        "rule.renewable",
                        words.text(
                            keep.renewable() ? "rule.renewable.yes" : "rule.renewable.no")))));
    rules.add(
        rule(
            terms.handling().clause(),
            "handling",
            line("rule.handling", words.labels(terms.handling().handling().codes())),
            line("rule.action", words.label(terms.handling().handling().action()))));
    terms.rights().forEach(right -> rules.add(right(right)));
    rules.addAll(lifetime(instrument.lifetime()));
    return rules;
  }

  private Rule offence(CoveredOffence offence) {
    String laws =
        offence.laws().stream()
            .map(law -> law.offence().article().value())
            .sorted()
            .collect(Collectors.joining("; "));
    return rule(
        offence.clause(),
        "offence",
        line("rule.code", offence.code() + " " + offence.title().in(words.language())),
        line("rule.laws", laws));
  }

  private Rule exchange(ExchangeRule exchange) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("rule.kinds", words.labels(exchange.kinds())));
    lines.add(line("rule.level", words.label(exchange.conditions().level())));
    lines.add(line("rule.stage", words.label(exchange.conditions().stage())));
    add(lines, "rule.categories", exchange.conditions().categories());
    add(lines, "rule.data", exchange.conditions().data());
    add(lines, "rule.purposes", exchange.conditions().purposes());
    add(lines, "rule.agencies", exchange.conditions().agencies());
    add(lines, "rule.asking", exchange.asking());
    add(lines, "rule.receiving", exchange.receiving());
    for (Urgency urgency : Urgency.values()) {
      lines.add(
          line(
              "rule.clock",
              words.text("rule.urgency." + urgency.code(), words.term(exchange.clock(urgency)))));
    }
    lines.add(line("rule.quota", Integer.toString(exchange.quotaPerDay())));
    return new Rule(exchange.clause().value(), "exchange", lines);
  }

  private Rule right(RightsClause right) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        switch (right.effect()) {
          case RightsClause.Effect.Refused() -> line("rule.effect", words.text("rule.refuses"));
          case RightsClause.Effect.Authorised(AuthorityRole authority) ->
              line("rule.effect", words.text("rule.escalates", words.label(authority)));
        });
    add(lines, "rule.kinds", right.when().kinds());
    add(lines, "rule.categories", right.when().categories());
    add(lines, "rule.data", right.when().data());
    add(lines, "rule.grounds", right.when().grounds());
    if (!right.when().offences().isEmpty()) {
      lines.add(
          line(
              "rule.code",
              right.when().offences().stream()
                  .sorted(Comparator.naturalOrder())
                  .map(Object::toString)
                  .collect(Collectors.joining(", "))));
    }
    return new Rule(right.clause().value(), "right", lines);
  }

  private List<Rule> lifetime(Lifetime lifetime) {
    return List.of(
        rule(
            lifetime.entryIntoForce().clause(),
            "force",
            line("rule.from", lifetime.entryIntoForce().on().toString()),
            line(
                "rule.until",
                lifetime
                    .entryIntoForce()
                    .end()
                    .map(Object::toString)
                    .orElseGet(() -> words.text("rule.noEnd")))),
        rule(
            lifetime.review().clause(),
            "review",
            line("rule.by", lifetime.review().by().toString()),
            line("rule.afterwards", words.label(lifetime.review().afterwards()))),
        rule(
            lifetime.confidence().clause(),
            "confidence",
            line("rule.initial", words.label(lifetime.confidence().initial())),
            line("rule.ceiling", words.label(lifetime.confidence().ceiling()))),
        rule(
            lifetime.suspension().clause(),
            "suspension",
            line("rule.resumeAt", words.label(lifetime.suspension().resumeAt()))),
        rule(
            lifetime.accession().clause(),
            "accession",
            line(
                "rule.open",
                lifetime.accession().open().stream()
                    .map(words::state)
                    .sorted()
                    .collect(
                        Collectors.collectingAndThen(
                            Collectors.joining(", "),
                            all -> all.isEmpty() ? words.text("rule.nobody") : all)))));
  }

  private <E extends Enum<E> & Coded> void add(List<Line> lines, String name, Collection<E> codes) {
    if (!codes.isEmpty()) {
      lines.add(line(name, words.labels(codes)));
    }
  }

  private static Rule rule(ClauseId clause, String kind, Line... lines) {
    return new Rule(clause.value(), kind, List.of(lines));
  }

  private static Line line(String name, String value) {
    return new Line(name, value);
  }
}
