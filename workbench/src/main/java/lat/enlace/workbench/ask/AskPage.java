// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
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
  private static final String ASK = "/ask";

  private final Desk desk;
  private final Forms forms;
  private final Drafting drafting;

  AskPage(Desk desk, Forms forms, Drafting drafting) {
    this.desk = desk;
    this.forms = forms;
    this.drafting = drafting;
  }

  @GetMapping("/ask")
  String form(
      @RequestParam(defaultValue = "person") String kind,
      @RequestParam(defaultValue = "") String draft,
      Model model)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    drafting.showForm(model, ASK, kind, draft);
    return "ask";
  }

  @PostMapping("/ask")
  String keep(@RequestParam MultiValueMap<String, String> fields) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft draft = drafting.typed(fields);
    DraftReader.Reading reading = drafting.read(draft);
    return switch (reading) {
      case DraftReader.Reading.Ready ready -> "redirect:/ask/" + forms.keep(draft);
      case DraftReader.Reading.Lacking(Map<String, String> lacking) ->
          "redirect:/ask?kind=" + draft.kind().code() + "&draft=" + forms.keep(draft.with(lacking));
    };
  }

  @GetMapping("/ask/{name}")
  String preview(@PathVariable String name, Model model) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft draft = drafting.kept(name);
    AskForm form = drafting.ready(draft);
    List<Drafting.Foreseen> foreseen =
        desk.run((exchange, officer) ->
            drafting.foreseen(exchange, exchange.asking().preview(officer, form)));
    drafting.showPreview(model, ASK, name, draft, form, foreseen);
    return "preview";
  }

  @PostMapping("/ask/{name}")
  String send(@PathVariable String name, @RequestParam String once) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    return forms.once(
        once,
        () -> {
          AskForm form = drafting.ready(drafting.kept(name));
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
}
