// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.Instrument;
import lat.enlace.model.Coded;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.page.Words;
import lat.enlace.workbench.verdict.Verdict;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a question, then what the agreement says of it, then sending.
@Controller
class AskPage {
  private final Desk desk;
  private final Forms forms;
  private final Words words;
  private final Verdicts verdicts;
  private final Clock clock;

  AskPage(Desk desk, Forms forms, Words words, Verdicts verdicts, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.words = words;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /// What would happen with one partner.
  record Foreseen(NodeId partner, Verdict verdict) {}

  @GetMapping("/ask")
  String form(
      @RequestParam(defaultValue = "person") String kind,
      @RequestParam(defaultValue = "") String draft,
      Model model)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    SubjectKind asked =
        Coded.find(SubjectKind.class, kind).orElseThrow(() -> notFound("no such kind"));
    AskDraft typed = forms.kept(draft, AskDraft.class).orElseGet(() -> AskDraft.blank(asked));
    model.addAttribute("draft", typed);
    model.addAttribute("kinds", SubjectKind.values());
    model.addAttribute("choices", choices());
    model.addAttribute("lists", new ClosedLists());
    return "ask";
  }

  @PostMapping("/ask")
  String keep(@RequestParam MultiValueMap<String, String> fields) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    SubjectKind kind =
        Coded.find(SubjectKind.class, String.valueOf(fields.getFirst("kind")))
            .orElseThrow(() -> notFound("no such kind"));
    AskDraft draft = new AskDraft(kind, fields, Map.of());
    DraftReader.Reading reading = read(draft);
    return switch (reading) {
      case DraftReader.Reading.Ready ready -> "redirect:/ask/" + forms.keep(draft);
      case DraftReader.Reading.Lacking(Map<String, String> lacking) ->
          "redirect:/ask?kind=" + kind.code() + "&draft=" + forms.keep(draft.with(lacking));
    };
  }

  @GetMapping("/ask/{name}")
  String preview(@PathVariable String name, Model model) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft draft = draft(name);
    AskForm form = ready(draft);
    List<Foreseen> foreseen =
        desk.run((exchange, officer) ->
            exchange.asking().preview(officer, form).stream()
                .map(ruling -> foreseen(exchange, ruling))
                .toList());
    model.addAttribute("name", name);
    model.addAttribute("draft", draft);
    model.addAttribute("form", form);
    model.addAttribute("foreseen", foreseen);
    model.addAttribute("leaving", count(foreseen, Verdict.Outcome.PERMIT));
    model.addAttribute("waiting", count(foreseen, Verdict.Outcome.ESCALATE));
    model.addAttribute("refused", count(foreseen, Verdict.Outcome.REFUSE));
    model.addAttribute("offences", choices().offences());
    return "preview";
  }

  @PostMapping("/ask/{name}")
  String send(@PathVariable String name, @RequestParam String once) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    return forms.once(
        once,
        () -> {
          AskForm form = ready(draft(name));
          List<AskedQuestion> asked =
              desk.run((exchange, officer) -> exchange.asking().ask(officer, form));
          forms.forget(name);
          return asked.size() == 1
              ? "redirect:/questions/" + asked.getFirst().id()
              : "redirect:/questions?asked="
                  + asked.stream()
                      .map(question -> question.id().toString())
                      .collect(Collectors.joining(","));
        });
  }

  private Foreseen foreseen(Exchange exchange, Asking.Ruling ruling) {
    List<Instrument> instruments = exchange.standings().instrumentsWith(ruling.partner());
    return new Foreseen(ruling.partner(), verdicts.read(ruling.decision(), instruments));
  }

  private Choices choices() throws ExchangeException {
    List<Standings.Adopted> adopted =
        desk.run((exchange, officer) -> exchange.standings().instruments());
    return Choices.of(adopted, words.language());
  }

  private DraftReader.Reading read(AskDraft draft) throws ExchangeException {
    Set<NodeId> known =
        choices().partners().stream().map(Choices.Partner::node).collect(Collectors.toSet());
    return new DraftReader(draft).read(desk.officer(), known, clock.now());
  }

  private AskForm ready(AskDraft draft) throws ExchangeException {
    return switch (read(draft)) {
      case DraftReader.Reading.Ready(AskForm form) -> form;
      case DraftReader.Reading.Lacking lacking ->
          throw new ExchangeException(
              ExchangeException.Code.INVALID_FORM,
              "the draft lacks " + lacking.fields().size() + " fields");
    };
  }

  private AskDraft draft(String name) throws ExchangeException {
    return forms.kept(name, AskDraft.class).orElseThrow(() -> notFound("no such draft"));
  }

  private static long count(List<Foreseen> foreseen, Verdict.Outcome outcome) {
    return foreseen.stream().filter(one -> one.verdict().outcome() == outcome).count();
  }

  private static ExchangeException notFound(String what) {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, what);
  }
}
