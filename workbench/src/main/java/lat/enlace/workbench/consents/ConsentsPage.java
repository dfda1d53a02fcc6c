// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.consents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.ConsentForm;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Coded;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Purpose;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.requests.StatementRows;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Whether what was given may be handed on or used in a court: asked, decided by two, taken back.
@Controller
class ConsentsPage {
  private static final String HERE = "redirect:/consents";

  private final Desk desk;
  private final Forms forms;

  ConsentsPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  /// What was opened, for the one who opened it.
  @PersonalData
  private record Opened(DispatchId id, String reason) {
    @Override
    public String toString() {
      return "Opened[" + id + "]";
    }
  }

  private interface Deed {
    Consent run(Exchange exchange, Officer officer) throws ExchangeException;
  }

  @GetMapping("/consents")
  String list(Model model) throws ExchangeException {
    Officer by = desk.officer();
    List<Consent> all = desk.run((exchange, officer) -> exchange.consenting().consents(officer));
    model.addAttribute("consents", all);
    model.addAttribute("asks", by.has(Role.ANALYST) || by.has(Role.DUTY_OFFICER));
    model.addAttribute("decides", by.has(Role.AUTHORITY) || by.has(Role.DUTY_OFFICER));
    model.addAttribute("uses", ItemUse.values());
    model.addAttribute("purposes", purposes());
    return "consents";
  }

  private static List<Purpose> purposes() {
    return List.of(Purpose.values()).stream()
        .filter(one -> one.serves(DispatchKind.Lane.PERSON))
        .toList();
  }

  @PostMapping("/consents")
  String ask(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Optional<ConsentForm> form = form(typed);
    if (form.isEmpty()) {
      next.addFlashAttribute("problem", "problem.consent");
      return HERE;
    }
    return done(
        typed,
        next,
        "done.consentAsked",
        (exchange, officer) -> exchange.consenting().ask(officer, form.get()));
  }

  private static Optional<ConsentForm> form(Map<String, String> typed) {
    try {
      return Optional.of(
          new ConsentForm(
              new ItemId(text(typed, "item")),
              need(ItemUse.class, typed, "use"),
              text(typed, "to"),
              need(Purpose.class, typed, "purpose"),
              day(typed).orElseThrow(IllegalArgumentException::new),
              text(typed, "reason")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @PostMapping("/consents/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          String reason =
              desk.run((exchange, officer) -> exchange.consenting().open(officer, request));
          return HERE + "/opened/" + forms.keep(new Opened(request, reason));
        });
  }

  @GetMapping("/consents/opened/{paper}")
  String opened(@PathVariable String paper, Model model) throws ExchangeException {
    desk.officer();
    Optional<Opened> opened = forms.kept(paper, Opened.class);
    if (opened.isEmpty()) {
      return HERE;
    }
    Consent one =
        desk.run((exchange, officer) ->
            exchange.consenting().consents(officer).stream()
                .filter(found -> found.id().equals(opened.get().id()))
                .findFirst()
                .orElseThrow(() ->
                    new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such consent")));
    model.addAttribute("one", one);
    model.addAttribute("reason", opened.get().reason());
    model.addAttribute("conditions", ConsentCondition.values());
    model.addAttribute("refusals", LegalReason.values());
    return "consent";
  }

  @PostMapping("/consents/{id}/propose")
  String propose(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Map<String, String> one = typed.toSingleValueMap();
    List<LegalReason> refusal =
        StatementRows.coded(LegalReason.class, one, "refusal").stream().toList();
    List<ConsentCondition> conditions =
        List.copyOf(StatementRows.ticked(ConsentCondition.class, typed, "conditions"));
    Saying saying = new Saying(day(one).stream().toList(), conditions, refusal);
    return done(
        one,
        next,
        "done.consentProposed",
        (exchange, officer) -> exchange.consenting().propose(officer, request, saying));
  }

  @PostMapping("/consents/{id}/confirm")
  String confirm(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return done(
        typed,
        next,
        "done.consentSaid",
        (exchange, officer) -> exchange.consenting().confirm(officer, request));
  }

  @PostMapping("/consents/{id}/send-back")
  String sendBack(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return done(
        typed,
        next,
        "done.consentSentBack",
        (exchange, officer) ->
            exchange.consenting().sendBack(officer, request, text(typed, "reason")));
  }

  @PostMapping("/consents/{id}/take-back")
  String takeBack(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return done(
        typed,
        next,
        "done.consentTakenBack",
        (exchange, officer) ->
            exchange.consenting().takeBack(officer, request, text(typed, "reason")));
  }

  private String done(Map<String, String> typed, RedirectAttributes next, String key, Deed deed)
      throws ExchangeException {
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          desk.run(deed::run);
          next.addFlashAttribute("done", key);
          return HERE;
        });
  }

  /// The end of a day.
  private static Optional<Instant> day(Map<String, String> typed) {
    try {
      LocalDate day = LocalDate.parse(text(typed, "until"));
      return Optional.of(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }

  private static <E extends Enum<E> & Coded> E need(
      Class<E> list, Map<String, String> typed, String field) {
    return StatementRows.coded(list, typed, field).orElseThrow(IllegalArgumentException::new);
  }
}
