// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.DispatchId;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
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

/// The authority reads the exact text and signs it with a key of his own, or declines.
@Controller
class AuthorisePage {
  private final Desk desk;
  private final Forms forms;
  private final Signing signing;
  private final Verdicts verdicts;

  AuthorisePage(Desk desk, Forms forms, Signing signing, Verdicts verdicts) {
    this.desk = desk;
    this.forms = forms;
    this.signing = signing;
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
    model.addAttribute("hash", Hash.sha256(before.text()).value().hex());
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
          if (!Hash.sha256(text).value().hex().equals(hash)) {
            next.addFlashAttribute("problem", "problem.textChanged");
            return "redirect:/authorise/" + question;
          }
          try {
            Bytes signature = signing.sign(desk.officer(), text, passphrase);
            desk.run(
                (exchange, officer) -> exchange.asking().authorise(officer, question, signature));
          } catch (SigningException e) {
            next.addFlashAttribute("problem", "problem.signing." + e.code().name());
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
