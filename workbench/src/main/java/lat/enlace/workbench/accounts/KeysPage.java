// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.accounts;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.workbench.Staff;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Personal keys that nobody's earlier passphrase vouches for: the rights officer asks the
/// authority in person before they sign anything. So no operator who sets a password can sign as
/// the judge.
@Controller
class KeysPage {
  private static final String HERE = "redirect:/keys";

  private final Desk desk;
  private final Forms forms;
  private final Staff staff;

  KeysPage(Desk desk, Forms forms, Staff staff) {
    this.desk = desk;
    this.forms = forms;
    this.staff = staff;
  }

  @GetMapping("/keys")
  String list(Model model) throws ExchangeException {
    desk.officerAs(Role.RIGHTS_OFFICER);
    model.addAttribute(
        "accounts", staff.all().stream().filter(entry -> !entry.awaiting().isEmpty()).toList());
    return "keys";
  }

  @PostMapping("/keys/{id}/{deed:confirm|refuse}")
  String decide(
      @PathVariable String id,
      @PathVariable String deed,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String hash,
      RedirectAttributes next)
      throws ExchangeException {
    OfficerId by = desk.officerAs(Role.RIGHTS_OFFICER).id();
    OfficerId account = new OfficerId(id);
    Hash compared = compared(hash);
    return forms.once(
        once,
        () -> {
          Staff.Outcome outcome = staff.decideKey(by, account, compared, deed.equals("confirm"));
          if (outcome == Staff.Outcome.DONE) {
            next.addFlashAttribute("done", "done.keys." + deed);
          } else {
            next.addFlashAttribute("problem", "Staff.Outcome." + outcome.code());
          }
          return HERE;
        });
  }

  /// The key whose SHA-256 the form showed, so that one made since is not decided with it.
  private static Hash compared(String hash) throws ExchangeException {
    try {
      return Hash.parse(Bytes.fromHex(hash));
    } catch (MalformedBytesException e) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "which key?", e);
    }
  }
}
