// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Coded;
import lat.enlace.model.EntityId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.floor.Partners;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.requests.StatementRows;
import lat.enlace.workbench.verdict.Verdict;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Alerts of this state: a form, a second look at who will see it, the draft that a second officer
/// of another unit issues.
@Controller
class AlertsPage {
  private static final String HERE = "redirect:/alerts";

  private final Desk desk;
  private final Forms forms;
  private final Verdicts verdicts;
  private final Clock clock;

  AlertsPage(Desk desk, Forms forms, Verdicts verdicts, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /// Who will see it at one partner, and what the agreement says.
  record Foreseen(Alerting.Look look, Verdict verdict) {}

  @GetMapping("/alerts")
  String list(Model model) throws ExchangeException {
    Officer by = desk.officer();
    model.addAttribute(
        "alerts", desk.run((exchange, officer) -> exchange.alerting().alerts(officer)));
    model.addAttribute("partners", desk.run((exchange, officer) -> Partners.of(exchange)));
    model.addAttribute("writes", by.has(Role.ANALYST));
    model.addAttribute("asks", AlertAction.values());
    model.addAttribute("markers", AlertMarker.values());
    StatementRows.offer(model);
    return "alerts";
  }

  @PostMapping("/alerts")
  String keep(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Officer by = desk.officerAs(Role.ANALYST);
    Optional<AlertForm> form = form(typed, by);
    if (form.isEmpty()) {
      next.addFlashAttribute("problem", "problem.alert");
      return HERE;
    }
    return HERE + "/look/" + forms.keep(form.get());
  }

  private Optional<AlertForm> form(MultiValueMap<String, String> typed, Officer by)
      throws ExchangeException {
    Map<String, String> one = typed.toSingleValueMap();
    List<Statement> statements = StatementRows.read(one, by, clock.now());
    Set<HandlingCode> codes = StatementRows.ticked(HandlingCode.class, typed, "handling");
    try {
      return Optional.of(
          new AlertForm(
              typed.getOrDefault("partners", List.of()).stream()
                  .map(NodeId::new)
                  .collect(Collectors.toSet()),
              one.getOrDefault("case", "").strip(),
              one.getOrDefault("basis", "").strip(),
              new OffenceCode(one.getOrDefault("offence", "").strip()),
              need(Purpose.class, one, "purpose"),
              StatementRows.ticked(TransnationalElement.class, typed, "elements"),
              new Entity(new EntityId("sought"), need(Schema.class, one, "schema"), statements),
              need(AlertAction.class, one, "ask"),
              need(SubjectCategory.class, one, "category"),
              need(ProceduralStage.class, one, "stage"),
              StatementRows.ticked(Ground.class, typed, "grounds"),
              StatementRows.ticked(AlertMarker.class, typed, "markers"),
              new Handling(
                  codes.isEmpty() ? Set.of(HandlingCode.H0) : codes,
                  need(ActionCode.class, one, "action")),
              one.getOrDefault("reason", "").strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E> & Coded> E need(
      Class<E> list, Map<String, String> typed, String field) {
    return StatementRows.coded(list, typed, field).orElseThrow(IllegalArgumentException::new);
  }

  @GetMapping("/alerts/look/{name}")
  String look(@PathVariable String name, Model model) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    Optional<AlertForm> form = forms.kept(name, AlertForm.class);
    if (form.isEmpty()) {
      return HERE;
    }
    model.addAttribute("name", name);
    model.addAttribute("form", form.get());
    model.addAttribute(
        "foreseen",
        desk.run((exchange, officer) ->
            exchange.alerting().look(officer, form.get()).stream()
                .map(look ->
                    new Foreseen(
                        look,
                        verdicts.read(
                            look.decision(), exchange.standings().instrumentsWith(look.partner()))))
                .toList()));
    return "alert-look";
  }

  @PostMapping("/alerts/look/{name}")
  String draft(@PathVariable String name, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    return forms.once(
        once,
        () -> {
          AlertForm form =
              forms
                  .kept(name, AlertForm.class)
                  .orElseThrow(() ->
                      new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such draft"));
          Alerting.Alert drafted =
              desk.run((exchange, officer) -> exchange.alerting().draft(officer, form));
          forms.forget(name);
          next.addFlashAttribute("done", "done.alertDrafted");
          return HERE + "/" + drafted.id();
        });
  }
}
