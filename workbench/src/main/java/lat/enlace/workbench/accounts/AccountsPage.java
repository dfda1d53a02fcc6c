// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.workbench.NodeProfile;
import lat.enlace.workbench.Staff;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The accounts of this node: the operator opens, closes and unlocks them. He sees no case data and
/// makes nobody's key.
@Controller
class AccountsPage {
  private static final String HERE = "redirect:/accounts";

  private final Desk desk;
  private final Forms forms;
  private final Staff staff;
  private final NodeProfile node;

  AccountsPage(Desk desk, Forms forms, Staff staff, NodeProfile node) {
    this.desk = desk;
    this.forms = forms;
    this.staff = staff;
    this.node = node;
  }

  @GetMapping("/accounts")
  String list(Model model) throws ExchangeException {
    operator();
    model.addAttribute("accounts", staff.all());
    model.addAttribute("roles", Role.values());
    model.addAttribute("kinds", AgencyKind.values());
    model.addAttribute("languages", Language.values());
    return "accounts";
  }

  @GetMapping("/accounts/{id}")
  String one(@PathVariable String id, Model model) throws ExchangeException {
    Officer operator = operator();
    Staff.Entry entry = entry(new OfficerId(id));
    model.addAttribute("account", entry);
    model.addAttribute("own", entry.officer().id().equals(operator.id()));
    return "account";
  }

  @PostMapping("/accounts")
  String open(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    OfficerId operator = operator().id();
    Optional<Officer> officer = officer(typed);
    if (officer.isEmpty()) {
      next.addFlashAttribute("problem", "problem.account");
      return HERE;
    }
    return forms.once(
        one(typed, "once"),
        () ->
            said(
                next, staff.open(operator, officer.get(), one(typed, "password")), "opened", HERE));
  }

  @PostMapping("/accounts/{id}/{deed:close|reopen|unlock|password}")
  String change(
      @PathVariable String id,
      @PathVariable String deed,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String password,
      RedirectAttributes next)
      throws ExchangeException {
    Officer operator = operator();
    OfficerId account = entry(new OfficerId(id)).officer().id();
    String here = HERE + "/" + account;
    if (account.equals(operator.id()) && (deed.equals("close") || deed.equals("password"))) {
      next.addFlashAttribute("problem", "problem.ownAccount");
      return here;
    }
    OfficerId by = operator.id();
    return forms.once(
        once,
        () -> {
          Staff.Outcome outcome =
              switch (deed) {
                case "close" -> staff.setOpen(by, account, false);
                case "reopen" -> staff.setOpen(by, account, true);
                case "unlock" -> staff.unlock(by, account);
                default -> staff.setPassword(by, account, password);
              };
          return said(next, outcome, deed, here);
        });
  }

  private static String said(
      RedirectAttributes next, Staff.Outcome outcome, String deed, String here) {
    if (outcome == Staff.Outcome.DONE) {
      next.addFlashAttribute("done", "done.account." + deed);
    } else {
      next.addFlashAttribute("problem", "Staff.Outcome." + outcome.code());
    }
    return here;
  }

  /// The officer the form describes; nothing if it lacks something or a name is not in its form.
  private Optional<Officer> officer(MultiValueMap<String, String> typed) {
    Optional<AgencyKind> kind = Coded.find(AgencyKind.class, one(typed, "agencyKind"));
    Optional<Language> language = Coded.find(Language.class, one(typed, "language"));
    Set<Role> roles = new HashSet<>();
    typed
        .getOrDefault("roles", List.of())
        .forEach(code -> Coded.find(Role.class, code).ifPresent(roles::add));
    if (kind.isEmpty() || language.isEmpty() || roles.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Officer(
              new OfficerId(one(typed, "id")),
              new Agency(new AgencyId(one(typed, "agency")), node.state(), kind.get()),
              new UnitId(one(typed, "unit")),
              roles,
              language.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String one(MultiValueMap<String, String> typed, String field) {
    return Optional.ofNullable(typed.getFirst(field)).orElse("");
  }

  private Staff.Entry entry(OfficerId id) throws ExchangeException {
    return staff.all().stream()
        .filter(entry -> entry.officer().id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such account"));
  }

  private Officer operator() throws ExchangeException {
    Officer officer = desk.officer();
    if (!officer.has(Role.OPERATOR)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING, "accounts are the operator's");
    }
    return officer;
  }
}
