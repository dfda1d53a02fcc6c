// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.requests;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.DispatchId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.ExactText;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Requests of this node: where each stands, on its clock.
@Controller
class RequestsPage {
  private static final String BACK = "redirect:/requests/";

  private final Desk desk;
  private final Forms forms;
  private final ExactText exactText;
  private final Clock clock;

  RequestsPage(Desk desk, Forms forms, ExactText exactText, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.exactText = exactText;
    this.clock = clock;
  }

  @GetMapping("/requests")
  String list(Model model) throws ExchangeException {
    model.addAttribute(
        "requests", desk.run((exchange, officer) -> exchange.requesting().requests(officer)));
    model.addAttribute("now", clock.now());
    model.addAttribute("mayAsk", desk.officer().has(Role.ANALYST));
    return "requests";
  }

  @PersonalData
  private record Shown(SentRequest request, List<Alike> alike, String text, String hash) {
    @Override
    public String toString() {
      return "Shown[" + request.id() + "]";
    }
  }

  @GetMapping("/requests/{id}")
  String one(@PathVariable String id, Model model) throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Shown shown =
        desk.run((exchange, officer) -> {
          Requesting requesting = exchange.requesting();
          SentRequest sent = requesting.request(officer, request);
          boolean signs =
              sent.state() == SentRequest.State.AWAITING_AUTHORITY && officer.has(Role.AUTHORITY);
          Bytes text = signs ? requesting.textToAuthorise(officer, request) : Bytes.EMPTY;
          List<Alike> alike =
              officer.has(Role.ANALYST) ? requesting.alike(officer, request) : List.of();
          return new Shown(
              sent,
              alike,
              new String(text.toArray(), StandardCharsets.UTF_8),
              text.isEmpty() ? "" : ExactText.hash(text));
        });
    model.addAttribute("request", shown.request());
    model.addAttribute("alike", shown.alike());
    model.addAttribute("text", shown.text());
    model.addAttribute("hash", shown.hash());
    model.addAttribute("now", clock.now());
    model.addAttribute("works", desk.officer().has(Role.ANALYST));
    return "request";
  }

  @PostMapping("/requests/{id}/authorise")
  String authorise(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String hash,
      @RequestParam(defaultValue = "") String passphrase,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Bytes text =
              desk.run(
                  (exchange, officer) -> exchange.requesting().textToAuthorise(officer, request));
          Optional<String> problem =
              exactText.sign(
                  text,
                  hash,
                  passphrase,
                  signature ->
                      desk.run((exchange, officer) ->
                          exchange.requesting().authorise(officer, request, signature)));
          if (problem.isPresent()) {
            next.addFlashAttribute("problem", problem.get());
            return BACK + request;
          }
          next.addFlashAttribute("done", "done.authorised");
          return "redirect:/requests";
        });
  }

  @PostMapping("/requests/{id}/decline")
  String decline(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return act(
        id,
        once,
        reason,
        next,
        (exchange, officer, request) ->
            exchange.requesting().decline(officer, request, reason.strip()));
  }

  @PostMapping("/requests/{id}/clarify")
  String clarify(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return act(
        id,
        once,
        reason,
        next,
        (exchange, officer, request) ->
            exchange.requesting().clarify(officer, request, reason.strip()));
  }

  @PostMapping("/requests/{id}/withdraw")
  String withdraw(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return act(
        id,
        once,
        reason,
        next,
        (exchange, officer, request) ->
            exchange.requesting().withdraw(officer, request, reason.strip()));
  }

  @PostMapping("/requests/{id}/close")
  String close(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next)
      throws ExchangeException {
    return act(
        id,
        once,
        reason,
        next,
        (exchange, officer, request) ->
            exchange.requesting().close(officer, request, reason.strip()));
  }

  @FunctionalInterface
  private interface Deed {
    SentRequest on(Exchange exchange, Officer officer, DispatchId request) throws ExchangeException;
  }

  private String act(String id, String once, String words, RedirectAttributes next, Deed deed)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    if (words.isBlank()) {
      next.addFlashAttribute("problem", "problem.reason");
      return BACK + request;
    }
    return forms.once(
        once,
        () -> {
          SentRequest after = desk.run((exchange, officer) -> deed.on(exchange, officer, request));
          next.addFlashAttribute("done", "done.request");
          return after.state() == SentRequest.State.DECLINED
              ? "redirect:/requests"
              : BACK + request;
        });
  }

  @PostMapping("/requests/{id}/said/{said}")
  String read(
      @PathVariable String id,
      @PathVariable String said,
      @RequestParam String once,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    DispatchId what = DispatchId.parse(said);
    return forms.once(
        once,
        () -> {
          next.addFlashAttribute(
              "words",
              desk.run((exchange, officer) -> exchange.requesting().read(officer, request, what)));
          return BACK + request;
        });
  }
}
