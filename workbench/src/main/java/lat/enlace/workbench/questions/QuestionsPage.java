// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Questions asked, and what an officer makes of the answers.
@Controller
class QuestionsPage {
  private final Desk desk;
  private final Forms forms;
  private final Verdicts verdicts;

  QuestionsPage(Desk desk, Forms forms, Verdicts verdicts) {
    this.desk = desk;
    this.forms = forms;
    this.verdicts = verdicts;
  }

  @GetMapping("/questions")
  String list(@RequestParam(defaultValue = "") String asked, Model model) throws ExchangeException {
    Set<String> just = Arrays.stream(asked.split(",")).collect(Collectors.toSet());
    List<QuestionView> all =
        desk.run((exchange, officer) ->
            exchange.asking().asked(officer).stream()
                .filter(question -> asked.isEmpty() || just.contains(question.id().toString()))
                .map(question -> QuestionView.of(exchange, question, verdicts))
                .toList());
    model.addAttribute("questions", all);
    model.addAttribute("some", !asked.isEmpty());
    return "questions";
  }

  @GetMapping("/questions/{id}")
  String one(@PathVariable String id, Model model) throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    model.addAttribute(
        "view",
        desk.run((exchange, officer) ->
            QuestionView.of(exchange, exchange.asking().question(officer, question), verdicts)));
    return "question";
  }

  @PostMapping("/questions/{id}/follow-up")
  String followUp(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String candidate,
      @RequestParam(defaultValue = "") String justification,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    if (candidate.isEmpty() || justification.isBlank()) {
      next.addFlashAttribute("problem", "problem.justification");
      return "redirect:/questions/" + question;
    }
    CandidateProfile.Handle handle = new CandidateProfile.Handle(candidate);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) ->
              exchange.asking().followUp(officer, question, handle, justification.strip()));
          next.addFlashAttribute("done", "done.followUp");
          return "redirect:/questions/" + question;
        });
  }

  @PostMapping("/questions/{id}/dismiss")
  String dismiss(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    if (reason.isBlank()) {
      next.addFlashAttribute("problem", "problem.reason");
      return "redirect:/questions/" + question;
    }
    return forms.once(
        once,
        () -> {
          desk.run(
              (exchange, officer) -> exchange.asking().dismiss(officer, question, reason.strip()));
          next.addFlashAttribute("done", "done.dismissed");
          return "redirect:/questions/" + question;
        });
  }
}
