// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.DispatchId;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.ExactText;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The authority reads the exact text and signs it with a key of his own, or declines.
@Controller
class AuthorisePage {
  private final Desk desk;
  private final Forms forms;
  private final ExactText exactText;
  private final Verdicts verdicts;

  AuthorisePage(Desk desk, Forms forms, ExactText exactText, Verdicts verdicts) {
    this.desk = desk;
    this.forms = forms;
    this.exactText = exactText;
    this.verdicts = verdicts;
  }

  private record Before(QuestionView view, Bytes text) {}

  @GetMapping("/authorise")
  String list(Model model) throws ExchangeException {
    List<QuestionView> waiting =
        desk.run((exchange, officer) ->
            exchange.asking().asked(officer).stream()
                .filter(question -> question.state() == AskedQuestion.State.AWAITING_AUTHORITY)
                .map(question -> QuestionView.of(exchange, question, verdicts))
                .toList());
    model.addAttribute("questions", waiting);
    return "authorisations";
  }

  @GetMapping("/authorise/{id}")
  String one(@PathVariable String id, Model model) throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    Before before =
        desk.run((exchange, officer) ->
            new Before(
                QuestionView.of(exchange, exchange.asking().question(officer, question), verdicts),
                exchange.asking().textToAuthorise(officer, question)));
    model.addAttribute("view", before.view());
    model.addAttribute("text", new String(before.text().toArray(), StandardCharsets.UTF_8));
    model.addAttribute("hash", ExactText.hash(before.text()));
    return "authorise";
  }

  @PostMapping("/authorise/{id}")
  String sign(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String hash,
      @RequestParam(defaultValue = "") String passphrase,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Bytes text =
              desk.run((exchange, officer) -> exchange.asking().textToAuthorise(officer, question));
          Optional<String> problem =
              exactText.sign(
                  text,
                  hash,
                  passphrase,
                  signature ->
                      desk.run((exchange, officer) ->
                          exchange.asking().authorise(officer, question, signature)));
          if (problem.isPresent()) {
            next.addFlashAttribute("problem", problem.get());
            return "redirect:/authorise/" + question;
          }
          next.addFlashAttribute("done", "done.authorised");
          return "redirect:/authorise";
        });
  }

  @PostMapping("/authorise/{id}/decline")
  String decline(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    if (reason.isBlank()) {
      next.addFlashAttribute("problem", "problem.reason");
      return "redirect:/authorise/" + question;
    }
    return forms.once(
        once,
        () -> {
          desk.run(
              (exchange, officer) -> exchange.asking().decline(officer, question, reason.strip()));
          next.addFlashAttribute("done", "done.declined");
          return "redirect:/authorise";
        });
  }
}
