// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.accounts;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Role;
import lat.enlace.workbench.Staff;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own account: the password, and an authority's personal key, which nobody else makes.
@Controller
class OwnPage {
  private static final String HERE = "redirect:/own";

  private final Desk desk;
  private final Forms forms;
  private final Staff staff;

  OwnPage(Desk desk, Forms forms, Staff staff) {
    this.desk = desk;
    this.forms = forms;
    this.staff = staff;
  }

  @GetMapping("/own")
  String own(Model model) throws ExchangeException {
    Officer officer = desk.officer();
    model.addAttribute(
        "account",
        staff.all().stream()
            .filter(entry -> entry.officer().id().equals(officer.id()))
            .findFirst()
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such account")));
    model.addAttribute("authority", officer.has(Role.AUTHORITY));
    return "own";
  }

  @PostMapping("/own/password")
  String password(
      @RequestParam String once,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      RedirectAttributes next)
      throws ExchangeException {
    Officer officer = desk.officer();
    if (!password.equals(again)) {
      next.addFlashAttribute("problem", "problem.again");
      return HERE;
    }
    return forms.once(
        once, () -> said(next, staff.changePassword(officer.id(), before, password), "password"));
  }

  @PostMapping("/own/key")
  String key(
      @RequestParam String once,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String passphrase,
      @RequestParam(defaultValue = "") String again,
      RedirectAttributes next)
      throws ExchangeException {
    Officer officer = desk.officer();
    if (!officer.has(Role.AUTHORITY)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING, "only an authority has a personal key");
    }
    if (!passphrase.equals(again)) {
      next.addFlashAttribute("problem", "problem.again");
      return HERE;
    }
    String deed = before.isEmpty() ? "keyMade" : "key";
    return forms.once(
        once, () -> said(next, staff.makeKey(officer.id(), before, passphrase), deed));
  }

  private static String said(RedirectAttributes next, Staff.Outcome outcome, String deed) {
    if (outcome == Staff.Outcome.DONE) {
      next.addFlashAttribute("done", "done.own." + deed);
    } else {
      next.addFlashAttribute("problem", "Staff.Outcome." + outcome.code());
    }
    return HERE;
  }
}
