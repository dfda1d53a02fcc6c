// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.time.Instant;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Reading a disclosed item: case and reason first; the reading is on the ledger, and reported to
/// the originator, before a value is shown.
@Controller
class ItemPage {
  private final Desk desk;
  private final Forms forms;
  private final Clock clock;

  ItemPage(Desk desk, Forms forms, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.clock = clock;
  }

  /// An item while it lies open.
  @PersonalData
  record Opened(Asking.ReadItem item, CaseReference caseReference, String reason, Instant at) {
    @Override
    public String toString() {
      return "Opened[" + item + "]";
    }
  }

  @GetMapping("/items/{id}")
  String before(
      @PathVariable String id,
      @RequestParam(name = "case", defaultValue = "") String caseReference,
      Model model) {
    model.addAttribute("item", new ItemId(id));
    model.addAttribute("caseReference", caseReference);
    return "item";
  }

  @PostMapping("/items/{id}")
  String read(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(name = "case", defaultValue = "") String caseReference,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    ItemId item = new ItemId(id);
    if (caseReference.isBlank() || reason.isBlank()) {
      next.addFlashAttribute("problem", "problem.caseAndReason");
      return "redirect:/items/" + item;
    }
    CaseReference named = new CaseReference(caseReference.strip());
    return forms.once(
        once,
        () -> {
          Asking.ReadItem read =
              desk.run((exchange, officer) ->
                  exchange.asking().read(officer, item, named, reason.strip()));
          String paper = forms.keep(new Opened(read, named, reason.strip(), clock.now()));
          return "redirect:/items/" + item + "/read/" + paper;
        });
  }

  @GetMapping("/items/{id}/read/{paper}")
  String opened(@PathVariable String id, @PathVariable String paper, Model model) {
    ItemId item = new ItemId(id);
    return forms
        .kept(paper, Opened.class)
        .filter(opened -> opened.item().item().equals(item))
        .map(opened -> {
          model.addAttribute("opened", opened);
          return "read";
        })
        .orElse("redirect:/items/" + item);
  }
}
