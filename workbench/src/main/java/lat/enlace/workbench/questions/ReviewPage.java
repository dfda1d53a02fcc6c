// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Disclosed items whose day of erasure is near: a person renews each with a reason, or does
/// nothing, and it is erased.
@Controller
class ReviewPage {
  private final Desk desk;
  private final Forms forms;

  ReviewPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  @GetMapping("/review")
  String list(Model model) throws ExchangeException {
    List<Asking.DueItem> due = desk.run((exchange, officer) -> exchange.asking().due(officer));
    model.addAttribute("due", due);
    return "due";
  }

  @PostMapping("/review/{id}")
  String renew(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    ItemId item = new ItemId(id);
    String reason = typed.getOrDefault("reason", "").strip();
    String forCase = typed.getOrDefault("case", "").strip();
    if (reason.isEmpty() || forCase.isEmpty()) {
      next.addFlashAttribute("problem", "problem.caseAndReason");
      return "redirect:/review";
    }
    CaseReference named = new CaseReference(forCase);
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          List<Expiry> renewed =
              desk.run(
                  (exchange, officer) -> exchange.asking().renew(officer, item, named, reason));
          next.addFlashAttribute("done", "done.renewed");
          next.addFlashAttribute("renewed", renewed);
          return "redirect:/review";
        });
  }
}
