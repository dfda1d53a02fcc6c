// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.holdings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.workbench.Imports;
import lat.enlace.workbench.entity.EntityFields;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How much is held, imports, the sealed list, and the search of one's own holdings.
@Controller
class HoldingsPage {
  private static final String HERE = "redirect:/holdings";

  private final Desk desk;
  private final Forms forms;
  private final Imports imports;
  private final EntityFields fields;

  HoldingsPage(Desk desk, Forms forms, Imports imports, EntityFields fields) {
    this.desk = desk;
    this.forms = forms;
    this.imports = imports;
    this.fields = fields;
  }

  /// What a search of one's own holdings found, while it lies open.
  @PersonalData
  record Found(List<Holdings.Found> candidates, CaseReference caseReference) {
    /// Copies the list.
    Found {
      candidates = List.copyOf(candidates);
    }

    @Override
    public String toString() {
      return "Found[" + candidates.size() + "]";
    }
  }

  /// A file on its way in.
  @FunctionalInterface
  private interface Intake {
    Imports.Report take(Officer by, Bytes file) throws ExchangeException;
  }

  @GetMapping("/holdings")
  String holdings(
      @RequestParam(defaultValue = "") String found,
      @RequestParam(defaultValue = "") String shown,
      Model model)
      throws ExchangeException {
    Holdings.Counts counts = desk.run((exchange, officer) -> exchange.holdings().counts());
    model.addAttribute("lists", desk.run((exchange, officer) -> exchange.holdings().claimLists()));
    Officer officer = desk.officer();
    model.addAttribute("counts", counts);
    model.addAttribute("mayImport", officer.has(Role.DUTY_OFFICER));
    model.addAttribute("maySearch", officer.has(Role.ANALYST) || officer.has(Role.DUTY_OFFICER));
    model.addAttribute("mayProtect", officer.has(Role.RIGHTS_OFFICER));
    model.addAttribute("properties", EntityFields.of(Schema.PERSON));
    model.addAttribute("found", forms.kept(found, Found.class).stream().toList());
    model.addAttribute("shown", forms.kept(shown, SealedPage.Shown.class).stream().toList());
    return "holdings";
  }

  @PostMapping("/holdings/claims")
  String claims(
      @RequestParam String once,
      @RequestParam(defaultValue = "") String list,
      @RequestPart MultipartFile file,
      RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    if (list.isBlank()) {
      next.addFlashAttribute("problem", "problem.list");
      return HERE;
    }
    return take(once, file, next, (by, bytes) -> imports.claims(by, list.strip(), bytes));
  }

  @PostMapping("/holdings/claims/withdrawal")
  String withdrawClaims(
      @RequestParam String once,
      @RequestParam String list,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    if (reason.isBlank()) {
      next.addFlashAttribute("problem", "problem.reason");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> {
            exchange.holdings().withdrawClaims(officer, list, reason.strip());
            return true;
          });
          next.addFlashAttribute("done", "done.listWithdrawn");
          return HERE;
        });
  }

  @PostMapping("/holdings/subjects")
  String subjects(
      @RequestParam String once, @RequestPart MultipartFile file, RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST, Role.DUTY_OFFICER);
    return take(once, file, next, imports::subjects);
  }

  @PostMapping("/holdings/protected")
  String protectedPersons(
      @RequestParam String once, @RequestPart MultipartFile file, RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.RIGHTS_OFFICER);
    return take(
        once, file, next, (by, bytes) -> imports.sealed(by, ConcealedFact.PROTECTED_PERSON, bytes));
  }

  @PostMapping("/holdings/refugees")
  String refugees(
      @RequestParam String once, @RequestPart MultipartFile file, RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.RIGHTS_OFFICER);
    return take(once, file, next, (by, bytes) -> imports.sealed(by, ConcealedFact.REFUGEE, bytes));
  }

  @PostMapping("/holdings/search")
  String search(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Officer by = desk.officer();
    Entity probe = fields.stated(Schema.PERSON, new EntityId("probe"), typed, by);
    String reason = typed.getOrDefault("reason", "").strip();
    String named = typed.getOrDefault("case", "").strip();
    if (probe.statements().isEmpty() || reason.isEmpty() || named.isEmpty()) {
      next.addFlashAttribute("problem", "problem.search");
      next.addFlashAttribute("typed", typed);
      return HERE;
    }
    CaseReference caseReference = new CaseReference(named);
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          List<Holdings.Found> candidates =
              desk.run((exchange, officer) ->
                  exchange.holdings().search(officer, probe, caseReference, reason));
          return HERE + "?found=" + forms.keep(new Found(candidates, caseReference));
        });
  }

  private String take(String once, MultipartFile file, RedirectAttributes next, Intake intake)
      throws ExchangeException {
    if (file.isEmpty()) {
      next.addFlashAttribute("problem", "problem.file");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          next.addFlashAttribute("report", intake.take(desk.officer(), bytes(file)));
          return HERE;
        });
  }

  private static Bytes bytes(MultipartFile file) throws ExchangeException {
    try {
      return Bytes.copyOf(file.getBytes());
    } catch (IOException e) {
      throw new ExchangeException(
          ExchangeException.Code.UNAVAILABLE, "the file could not be taken in", e);
    }
  }
}
