// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.DispatchId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Why a neighbour's officer refused, in his words: a reading, on the ledger and reported before
/// they are shown.
@Controller
class RefusalPage {
  private final Desk desk;
  private final Forms forms;

  RefusalPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  /// The words while they lie open.
  @PersonalData
  record Opened(AskedQuestion question, HitBody.Refusal refusal) {
    @Override
    public String toString() {
      return "Opened[" + question.id() + "]";
    }
  }

  @PostMapping("/questions/{id}/refusal")
  String read(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Opened opened =
              desk.run((exchange, officer) -> {
                HitBody.Refusal read = exchange.asking().readRefusal(officer, question);
                return new Opened(exchange.asking().question(officer, question), read);
              });
          return "redirect:/questions/" + question + "/refusal/" + forms.keep(opened);
        });
  }

  @GetMapping("/questions/{id}/refusal/{paper}")
  String opened(@PathVariable String id, @PathVariable String paper, Model model) {
    DispatchId question = DispatchId.parse(id);
    return forms
        .kept(paper, Opened.class)
        .filter(opened -> opened.question().id().equals(question))
        .map(opened -> {
          model.addAttribute("opened", opened);
          return "refusal";
        })
        .orElse("redirect:/questions/" + question);
  }
}
