// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An authority contests a mandate, or recognises it again; shown with the agreements.
@Controller
class MandatesPage {
  private static final String HERE = "redirect:/agreements";

  private final Desk desk;
  private final Forms forms;

  MandatesPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  @PostMapping("/mandates/{state}/{change:contest|recognise}")
  String change(
      @PathVariable String state,
      @PathVariable String change,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.AUTHORITY);
    if (reason.isBlank() || !state.matches("[A-Z]{2}")) {
      next.addFlashAttribute("problem", "problem.mandate");
      return HERE;
    }
    StateCode code = new StateCode(state);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> {
            if (change.equals("contest")) {
              exchange.standings().contest(officer, code, reason.strip());
            } else {
              exchange.standings().recognise(officer, code, reason.strip());
            }
            return code;
          });
          next.addFlashAttribute("done", "done." + change);
          return HERE;
        });
  }
}
