// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.model.DispatchId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A question that waits for a person: opened as a reading, then let through with the authority's
/// signature over the exact text.
@Controller
class AdmitPage {
  private final Desk desk;
  private final Forms forms;
  private final Signing signing;

  AdmitPage(Desk desk, Forms forms, Signing signing) {
    this.desk = desk;
    this.forms = forms;
    this.signing = signing;
  }

  @PostMapping("/held/questions/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Holding.OpenQuestion open =
              desk.run((exchange, officer) -> exchange.holding().open(officer, question));
          forms.keep(paper(question), open);
          return "redirect:/held/questions/" + question;
        });
  }

  @GetMapping("/held/questions/{id}")
  String opened(@PathVariable String id, Model model) {
    DispatchId question = DispatchId.parse(id);
    Optional<Holding.OpenQuestion> open = forms.kept(paper(question), Holding.OpenQuestion.class);
    if (open.isEmpty()) {
      return "redirect:/held";
    }
    model.addAttribute("held", open.get().held());
    model.addAttribute("header", open.get().question().header());
    model.addAttribute("body", (HitBody.Question) open.get().question().body());
    model.addAttribute("text", new String(open.get().text().toArray(), StandardCharsets.UTF_8));
    model.addAttribute("codes", RefusalCode.values());
    return "admit";
  }

  @PostMapping("/held/questions/{id}/admit")
  String admit(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String passphrase,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    Optional<Holding.OpenQuestion> open = forms.kept(paper(question), Holding.OpenQuestion.class);
    if (open.isEmpty()) {
      return "redirect:/held";
    }
    return forms.once(
        once,
        () -> {
          try {
            Bytes signature = signing.sign(desk.officer(), open.get().text(), passphrase);
            desk.run((exchange, officer) -> exchange.holding().admit(officer, question, signature));
          } catch (SigningException e) {
            next.addFlashAttribute("problem", "problem.signing." + e.code().name());
            return "redirect:/held/questions/" + question;
          }
          forms.forget(paper(question));
          next.addFlashAttribute("done", "done.admitted");
          return "redirect:/held";
        });
  }

  private static String paper(DispatchId question) {
    return "question-" + question;
  }
}
