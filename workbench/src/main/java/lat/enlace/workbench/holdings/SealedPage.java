// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.holdings;

import java.util.List;
import java.util.Map;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.SealedPerson;
import lat.enlace.exchange.Officer;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.workbench.entity.EntityFields;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Looks into the sealed list and takes a record off it, for the rights officer.
@Controller
class SealedPage {
  private static final String HERE = "redirect:/holdings";

  private final Desk desk;
  private final Forms forms;
  private final EntityFields fields;

  SealedPage(Desk desk, Forms forms, EntityFields fields) {
    this.desk = desk;
    this.forms = forms;
    this.fields = fields;
  }

  /// What a look into the sealed list showed, while it lies open.
  @PersonalData
  record Shown(List<SealedPerson> persons) {
    /// Copies the list.
    Shown {
      persons = List.copyOf(persons);
    }

    @Override
    public String toString() {
      return "Shown[" + persons.size() + "]";
    }
  }

  @PostMapping("/holdings/sealed/search")
  String search(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Officer by = desk.officerAs(Role.RIGHTS_OFFICER);
    Entity probe = fields.stated(Schema.PERSON, new EntityId("probe"), typed, by);
    String reason = typed.getOrDefault("reason", "").strip();
    if (probe.statements().isEmpty() || reason.isEmpty()) {
      next.addFlashAttribute("problem", "problem.sealed");
      return HERE;
    }
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          List<SealedPerson> persons =
              desk.run((exchange, officer) -> exchange.holdings().sealed(officer, probe, reason));
          return HERE + "?shown=" + forms.keep(new Shown(persons));
        });
  }

  @PostMapping("/holdings/sealed/withdraw")
  String withdraw(
      @RequestParam String once,
      @RequestParam String id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.RIGHTS_OFFICER);
    if (reason.isBlank()) {
      next.addFlashAttribute("problem", "problem.reason");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> {
            exchange.holdings().unseal(officer, new EntityId(id), reason.strip());
            return true;
          });
          next.addFlashAttribute("done", "done.unsealed");
          return HERE;
        });
  }
}
