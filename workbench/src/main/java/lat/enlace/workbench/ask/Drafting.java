// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.Instrument;
import lat.enlace.model.Coded;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.page.Words;
import lat.enlace.workbench.verdict.Verdict;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/// What the forms of a question and of a request share: reading a draft, showing it, and what the
/// agreements say of it.
@Component
class Drafting {
  private final Desk desk;
  private final Forms forms;
  private final Words words;
  private final Verdicts verdicts;
  private final Clock clock;

  Drafting(Desk desk, Forms forms, Words words, Verdicts verdicts, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.words = words;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /// What would happen with one partner.
  record Foreseen(NodeId partner, Verdict verdict) {}

  /// @param way where the form is sent
  AskDraft showForm(Model model, String way, String kind, String draft) throws ExchangeException {
    SubjectKind asked = kind(kind);
    AskDraft typed = forms.kept(draft, AskDraft.class).orElseGet(() -> AskDraft.blank(asked));
    model.addAttribute("way", way);
    model.addAttribute("draft", typed);
    model.addAttribute("kinds", SubjectKind.values());
    model.addAttribute("choices", choices());
    model.addAttribute("lists", new ClosedLists());
    return typed;
  }

  void showPreview(
      Model model, String way, String name, AskDraft draft, AskForm form, List<Foreseen> foreseen)
      throws ExchangeException {
    model.addAttribute("way", way);
    model.addAttribute("name", name);
    model.addAttribute("draft", draft);
    model.addAttribute("form", form);
    model.addAttribute("foreseen", foreseen);
    model.addAttribute("leaving", count(foreseen, Verdict.Outcome.PERMIT));
    model.addAttribute("waiting", count(foreseen, Verdict.Outcome.ESCALATE));
    model.addAttribute("refused", count(foreseen, Verdict.Outcome.REFUSE));
    model.addAttribute("offences", choices().offences());
  }

  AskDraft typed(MultiValueMap<String, String> fields) throws ExchangeException {
    return new AskDraft(kind(String.valueOf(fields.getFirst("kind"))), fields, Map.of());
  }

  private static SubjectKind kind(String code) throws ExchangeException {
    return Coded.find(SubjectKind.class, code).orElseThrow(() -> notFound("no such kind"));
  }

  List<Foreseen> foreseen(Exchange exchange, List<Asking.Ruling> rulings) {
    return rulings.stream()
        .map(ruling -> {
          List<Instrument> instruments = exchange.standings().instrumentsWith(ruling.partner());
          return new Foreseen(ruling.partner(), verdicts.read(ruling.decision(), instruments));
        })
        .toList();
  }

  Choices choices() throws ExchangeException {
    List<Standings.Adopted> adopted =
        desk.run((exchange, officer) -> exchange.standings().instruments());
    return Choices.of(adopted, words.language());
  }

  DraftReader.Reading read(AskDraft draft) throws ExchangeException {
    Set<NodeId> known =
        choices().partners().stream().map(Choices.Partner::node).collect(Collectors.toSet());
    return new DraftReader(draft).read(desk.officer(), known, clock.now());
  }

  AskForm ready(AskDraft draft) throws ExchangeException {
    return switch (read(draft)) {
      case DraftReader.Reading.Ready(AskForm form) -> form;
      case DraftReader.Reading.Lacking lacking ->
          throw new ExchangeException(
              ExchangeException.Code.INVALID_FORM,
              "the draft lacks " + lacking.fields().size() + " fields");
    };
  }

  AskDraft kept(String name) throws ExchangeException {
    return forms.kept(name, AskDraft.class).orElseThrow(() -> notFound("no such draft"));
  }

  private static long count(List<Foreseen> foreseen, Verdict.Outcome outcome) {
    return foreseen.stream().filter(one -> one.verdict().outcome() == outcome).count();
  }

  private static ExchangeException notFound(String what) {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, what);
  }
}
