// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.alerts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.model.StatementKind;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Hit.Hindrance;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.requests.StatementRows;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Whom partners seek: the desk, the stance, the search, what was found.
@Controller
class SoughtPage {
  private static final String HERE = "redirect:/sought";
  private static final int FIELDS = 3;

  private final Desk desk;
  private final Forms forms;
  private final Clock clock;

  SoughtPage(Desk desk, Forms forms, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.clock = clock;
  }

  /// What a search found, for the one who searched.
  @PersonalData
  private record Results(List<Heeding.Shown> shown) {
    @Override
    public String toString() {
      return "Results[]";
    }
  }

  @GetMapping("/sought")
  String list(Model model) throws ExchangeException {
    Officer by = desk.officer();
    model.addAttribute("held", desk.run((exchange, officer) -> exchange.heeding().held(officer)));
    model.addAttribute("searches", by.has(Role.ANALYST) || by.has(Role.DUTY_OFFICER));
    model.addAttribute("fields", FIELDS);
    model.addAttribute("schemas", Schema.values());
    model.addAttribute("properties", Categories.properties(EnumSet.allOf(DataCategory.class)));
    return "sought";
  }

  @PostMapping("/sought/search")
  String search(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    desk.officer();
    Optional<Schema> schema = StatementRows.coded(Schema.class, typed, "schema");
    try {
      List<Statement> said = said(typed);
      if (schema.isEmpty() || said.isEmpty()) {
        throw new IllegalArgumentException("nothing to search for");
      }
      Entity probe = new Entity(new EntityId("probe"), schema.get(), said);
      CaseReference forCase = new CaseReference(typed.getOrDefault("case", "").strip());
      String reason = typed.getOrDefault("reason", "").strip();
      var found =
          desk.run(
              (exchange, officer) -> exchange.heeding().search(officer, probe, forCase, reason));
      return HERE + "/found/" + forms.keep(new Results(found));
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "problem.sought");
      return HERE;
    }
  }

  private List<Statement> said(Map<String, String> typed) {
    List<Statement> all = new ArrayList<>();
    for (int i = 0; i < FIELDS; i++) {
      String value = typed.getOrDefault("value." + i, "").strip();
      if (!value.isEmpty()) {
        all.add(
            new Statement(
                new Property(typed.getOrDefault("property." + i, "")),
                value,
                StatementKind.FACT,
                Grading.UNASSESSED,
                "officer",
                clock.now()));
      }
    }
    return all;
  }

  @GetMapping("/sought/found/{paper}")
  String found(@PathVariable String paper, Model model) throws ExchangeException {
    desk.officer();
    return forms
        .kept(paper, Results.class)
        .map(results -> {
          model.addAttribute("shown", results.shown());
          return "sought-found";
        })
        .orElse(HERE);
  }

  @PostMapping("/sought/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId alert = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Heeding.OpenAlert open =
              desk.run((exchange, officer) -> exchange.heeding().open(officer, alert));
          return HERE + "/opened/" + forms.keep(open);
        });
  }

  @GetMapping("/sought/opened/{paper}")
  String opened(@PathVariable String paper, Model model) throws ExchangeException {
    Officer by = desk.officer();
    return forms
        .kept(paper, Heeding.OpenAlert.class)
        .map(open -> {
          model.addAttribute("open", open);
          model.addAttribute("body", (AlertBody.Alert) open.alert().body());
          model.addAttribute("stands", by.has(Role.DUTY_OFFICER) || by.has(Role.RIGHTS_OFFICER));
          model.addAttribute("duty", by.has(Role.DUTY_OFFICER));
          model.addAttribute("stances", Stand.values());
          model.addAttribute("flags", AlertFlag.values());
          model.addAttribute("reasons", LegalReason.values());
          model.addAttribute("outcomes", Outcome.values());
          model.addAttribute("hindrances", Hindrance.values());
          return "sought-alert";
        })
        .orElse(HERE);
  }

  @PostMapping("/sought/{id}/stance")
  String stance(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next)
      throws ExchangeException {
    Optional<Stand> stand = StatementRows.coded(Stand.class, typed, "stand");
    if (stand.isEmpty()) {
      next.addFlashAttribute("problem", "problem.stance");
      return HERE;
    }
    List<AlertFlag> flag = StatementRows.coded(AlertFlag.class, typed, "flag").stream().toList();
    List<LegalReason> reason =
        StatementRows.coded(LegalReason.class, typed, "reason").stream().toList();
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) ->
            exchange.heeding().stance(officer, alert, stand.get(), flag, reason));
  }

  @PostMapping("/sought/{id}/found")
  String note(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next)
      throws ExchangeException {
    Optional<Outcome> outcome = StatementRows.coded(Outcome.class, typed, "outcome");
    try {
      var form =
          new Heeding.FoundForm(
              outcome.orElseThrow(IllegalArgumentException::new),
              LocalDate.parse(typed.getOrDefault("day", ""))
                  .atTime(LocalTime.parse(typed.getOrDefault("hour", "")))
                  .toInstant(ZoneOffset.UTC),
              typed.getOrDefault("place", "").strip(),
              StatementRows.coded(Hindrance.class, typed, "hindrance").stream().toList());
      return done(
          id,
          once,
          next,
          (exchange, officer, alert) -> exchange.heeding().found(officer, alert, form));
    } catch (IllegalArgumentException | DateTimeException e) {
      next.addFlashAttribute("problem", "problem.found");
      return HERE;
    }
  }

  @PostMapping("/sought/{id}/found/{hit}/report")
  String report(
      @PathVariable String id,
      @PathVariable String hit,
      @RequestParam String once,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId noted = DispatchId.parse(hit);
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) -> exchange.heeding().report(officer, alert, noted));
  }

  @PostMapping("/sought/{id}/found/{hit}/dismiss")
  String dismiss(
      @PathVariable String id,
      @PathVariable String hit,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId noted = DispatchId.parse(hit);
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) ->
            exchange.heeding().dismiss(officer, alert, noted, reason.strip()));
  }

  /// One step.
  @FunctionalInterface
  private interface Step {
    HeldAlert take(Exchange exchange, Officer by, DispatchId alert) throws ExchangeException;
  }

  private String done(String id, String once, RedirectAttributes next, Step step)
      throws ExchangeException {
    DispatchId alert = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> step.take(exchange, officer, alert));
          next.addFlashAttribute("done", "done.sought");
          return HERE;
        });
  }
}
