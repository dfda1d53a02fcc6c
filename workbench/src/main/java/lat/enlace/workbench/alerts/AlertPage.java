// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.alerts;

import java.util.Arrays;
import java.util.Optional;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AlertAction;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One alert of this state: the second officer's decision, what each partner says, its review, what
/// was found, its end.
@Controller
class AlertPage {
  private static final String HERE = "redirect:/alerts/";

  private final Desk desk;
  private final Forms forms;

  AlertPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  @GetMapping("/alerts/{id}")
  String one(@PathVariable String id, Model model) throws ExchangeException {
    Officer by = desk.officer();
    DispatchId name = DispatchId.parse(id);
    Alert alert = desk.run((exchange, officer) -> exchange.alerting().alert(officer, name));
    model.addAttribute("alert", alert);
    model.addAttribute("seconds", by.has(Role.DUTY_OFFICER) || by.has(Role.AUTHORITY));
    model.addAttribute("works", by.has(Role.ANALYST) || by.has(Role.DUTY_OFFICER));
    model.addAttribute(
        "narrower",
        Arrays.stream(AlertAction.values())
            .filter(action -> action.narrows(alert.form().action()))
            .toList());
    model.addAttribute("found", alert.deliveries().stream().anyMatch(one -> !one.hits().isEmpty()));
    return "alert";
  }

  @PostMapping("/alerts/{id}/issue")
  String issue(@PathVariable String id, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    return done(
        id, once, next, (exchange, officer, alert) -> exchange.alerting().issue(officer, alert));
  }

  @PostMapping("/alerts/{id}/decline")
  String decline(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) -> exchange.alerting().decline(officer, alert, reason.strip()));
  }

  @PostMapping("/alerts/{id}/extend")
  String extend(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) -> exchange.alerting().extend(officer, alert, reason.strip()));
  }

  @PostMapping("/alerts/{id}/narrow")
  String narrow(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String ask,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    Optional<AlertAction> action = Coded.find(AlertAction.class, ask);
    if (action.isEmpty()) {
      next.addFlashAttribute("problem", "problem.alertAsk");
      return HERE + DispatchId.parse(id);
    }
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) ->
            exchange.alerting().narrow(officer, alert, action.get(), reason.strip()));
  }

  @PostMapping("/alerts/{id}/executed")
  String executed(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) -> exchange.alerting().executed(officer, alert, reason.strip()));
  }

  @PostMapping("/alerts/{id}/withdraw")
  String withdraw(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return done(
        id,
        once,
        next,
        (exchange, officer, alert) -> exchange.alerting().withdraw(officer, alert, reason.strip()));
  }

  @PostMapping("/alerts/{id}/hits")
  String hits(@PathVariable String id, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    DispatchId alert = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          next.addFlashAttribute(
              "hits", desk.run((exchange, officer) -> exchange.alerting().hits(officer, alert)));
          return HERE + alert;
        });
  }

  /// One step.
  @FunctionalInterface
  private interface Step {
    Alerting.Alert take(Exchange exchange, Officer by, DispatchId alert) throws ExchangeException;
  }

  private String done(String id, String once, RedirectAttributes next, Step step)
      throws ExchangeException {
    DispatchId alert = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> step.take(exchange, officer, alert));
          next.addFlashAttribute("done", "done.alert");
          return HERE + alert;
        });
  }
}
