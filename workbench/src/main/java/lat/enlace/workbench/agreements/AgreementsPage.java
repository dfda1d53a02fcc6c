// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Party;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Language;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Agreements as lawyers read them, beside what the machine does; suspended and lowered alone,
/// raised together.
@Controller
class AgreementsPage {
  private static final Set<String> NEED_A_LEVEL = Set.of("resume", "lower", "raise");

  private final Desk desk;
  private final Forms forms;
  private final Words words;
  private final ExecutedRules rules;

  AgreementsPage(Desk desk, Forms forms, Words words, ExecutedRules rules) {
    this.desk = desk;
    this.forms = forms;
    this.words = words;
    this.rules = rules;
  }

  /// An article in the reader's language beside its rules and how often they were applied.
  record Shown(
      String clause,
      String title,
      String text,
      List<ExecutedRules.Rule> rules,
      Standings.Uses uses) {
    /// Copies the list.
    Shown {
      rules = List.copyOf(rules);
    }
  }

  @GetMapping("/agreements")
  String list(Model model) throws ExchangeException {
    List<Standings.Adopted> all =
        desk.run((exchange, officer) -> exchange.standings().instruments());
    Map<InstrumentId, Standings.Adopted> first = new LinkedHashMap<>();
    all.forEach(adopted -> first.putIfAbsent(adopted.instrument().id(), adopted));
    model.addAttribute("agreements", List.copyOf(first.values()));
    model.addAttribute("standings", all);
    model.addAttribute("mandates", mandates(all));
    model.addAttribute("mayContest", desk.officer().has(Role.AUTHORITY));
    model.addAttribute(
        "mayAdopt", desk.officer().has(Role.AUTHORITY) || desk.officer().has(Role.OPERATOR));
    return "agreements";
  }

  /// A party's mandate as this state holds it.
  ///
  /// @param contested since when and why this state alone contests it: none or one
  record ShownMandate(StateCode state, List<Standings.Contested> contested) {
    /// Copies the list.
    ShownMandate {
      contested = List.copyOf(contested);
    }
  }

  private List<ShownMandate> mandates(List<Standings.Adopted> all) throws ExchangeException {
    List<Standings.Contested> contested =
        desk.run((exchange, officer) -> exchange.standings().contested());
    return all.stream()
        .flatMap(adopted -> adopted.instrument().parties().stream())
        .map(Party::state)
        .distinct()
        .sorted()
        .map(state ->
            new ShownMandate(
                state, contested.stream().filter(one -> one.state().equals(state)).toList()))
        .toList();
  }

  @GetMapping("/agreements/{id}")
  String one(@PathVariable String id, @RequestParam(defaultValue = "") String text, Model model)
      throws ExchangeException {
    List<Standings.Adopted> standings = adopted(new InstrumentId(id));
    Instrument instrument = standings.getFirst().instrument();
    Language language = Coded.find(Language.class, text).orElseGet(words::language);
    model.addAttribute("instrument", instrument);
    model.addAttribute("heading", instrument.heading().title().in(language));
    model.addAttribute("standings", standings);
    model.addAttribute(
        "decisions",
        desk.run((exchange, officer) -> exchange.standings().decisions(instrument.id())));
    model.addAttribute("read", language);
    model.addAttribute("articles", articles(instrument, language));
    model.addAttribute("unwritten", rules.unwritten(instrument));
    model.addAttribute("levels", ConfidenceLevel.values());
    Officer officer = desk.officer();
    model.addAttribute("mayLower", officer.has(Role.AUTHORITY) || officer.has(Role.DUTY_OFFICER));
    model.addAttribute("mayWithdraw", officer.has(Role.AUTHORITY));
    model.addAttribute(
        "changes",
        officer.has(Role.AUTHORITY) ? List.of("lower", "resume", "raise") : List.of("lower"));
    return "agreement";
  }

  @PostMapping("/agreements/{id}/{change:suspend|withdraw|resume|lower|raise}")
  String change(
      @PathVariable String id,
      @PathVariable String change,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    InstrumentId instrument = new InstrumentId(id);
    String here = "redirect:/agreements/" + instrument;
    Optional<ConfidenceLevel> wanted = Coded.find(ConfidenceLevel.class, level);
    if (reason.isBlank() || (NEED_A_LEVEL.contains(change) && wanted.isEmpty())) {
      next.addFlashAttribute("problem", "problem.standing");
      return here;
    }
    ConfidenceLevel to = wanted.orElse(ConfidenceLevel.FLOOR);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> {
            apply(exchange, officer, new Change(instrument, change, to), reason.strip());
            return instrument;
          });
          next.addFlashAttribute("done", "done." + change);
          return here;
        });
  }

  private record Change(InstrumentId instrument, String name, ConfidenceLevel level) {}

  private static void apply(Exchange exchange, Officer by, Change change, String reason)
      throws ExchangeException {
    Standings standings = exchange.standings();
    switch (change.name()) {
      case "suspend" -> standings.suspend(by, change.instrument(), reason);
      case "withdraw" -> standings.withdraw(by, change.instrument(), reason);
      case "resume" -> standings.resume(by, change.instrument(), change.level(), reason);
      case "lower" -> standings.lower(by, change.instrument(), change.level(), reason);
      default -> standings.raise(by, change.instrument(), change.level(), reason);
    }
  }

  private List<Shown> articles(Instrument instrument, Language language) throws ExchangeException {
    Map<ClauseId, Standings.Uses> uses =
        desk.run((exchange, officer) -> exchange.standings().uses(instrument.id()));
    return instrument.articles().stream()
        .map(article ->
            new Shown(
                article.clause().value(),
                article.title().in(language),
                article.text().in(language),
                rules.of(article, instrument),
                of(article, uses)))
        .toList();
  }

  /// What is said of an article is said of its clauses.
  private static Standings.Uses of(Article article, Map<ClauseId, Standings.Uses> uses) {
    String clause = article.clause().value();
    return uses.entrySet().stream()
        .filter(entry ->
            entry.getKey().value().equals(clause)
                || entry.getKey().value().startsWith(clause + "."))
        .map(Map.Entry::getValue)
        .reduce(Standings.Uses.NONE, Standings.Uses::plus);
  }

  private List<Standings.Adopted> adopted(InstrumentId id) throws ExchangeException {
    List<Standings.Adopted> found =
        desk.run((exchange, officer) ->
            exchange.standings().instruments().stream()
                .filter(adopted -> adopted.instrument().id().equals(id))
                .toList());
    if (found.isEmpty()) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such agreement");
    }
    return found;
  }
}
