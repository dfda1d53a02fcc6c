// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying.OpenRequest;
import lat.enlace.exchange.Replying.ReplyForm;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.dispatch.RequestBody.Reply.Refused;
import lat.enlace.model.dispatch.RequestBody.Request;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import lat.enlace.workbench.ask.ClosedLists;
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

/// Requests received: opened one by one, each opening a reading.
@Controller
class RequestDeskPage {
  private static final String HERE = "redirect:/desk";

  private final Desk desk;
  private final Forms forms;
  private final Signing signing;
  private final Clock clock;

  RequestDeskPage(Desk desk, Forms forms, Signing signing, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.signing = signing;
    this.clock = clock;
  }

  @GetMapping("/desk")
  String list(Model model) throws ExchangeException {
    model.addAttribute(
        "requests", desk.run((exchange, officer) -> exchange.replying().desk(officer)));
    model.addAttribute("now", clock.now());
    return "desk";
  }

  @PostMapping("/desk/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          OpenRequest open =
              desk.run((exchange, officer) -> exchange.replying().open(officer, request));
          return "redirect:/desk/" + request + "/opened/" + forms.keep(open);
        });
  }

  @GetMapping("/desk/{id}/opened/{paper}")
  String opened(@PathVariable String id, @PathVariable String paper, Model model)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Officer by = desk.officer();
    return opened(request, paper)
        .map(open -> {
          Request body = (Request) open.request().body();
          model.addAttribute("open", open);
          model.addAttribute("paper", paper);
          model.addAttribute("body", body);
          model.addAttribute("refusable", body.wanted().stream().sorted().toList());
          model.addAttribute("now", clock.now());
          model.addAttribute("rows", StatementRows.ROWS);
          model.addAttribute("properties", Categories.properties(body.wanted()));
          model.addAttribute("lists", new ClosedLists());
          model.addAttribute("codes", RefusalCode.values());
          model.addAttribute("handlings", HandlingCode.values());
          model.addAttribute("actions", ActionCode.values());
          model.addAttribute("steps", Progress.Step.values());
          model.addAttribute("duty", by.has(Role.DUTY_OFFICER));
          model.addAttribute("authority", by.has(Role.AUTHORITY));
          return "desk-request";
        })
        .orElse(HERE);
  }

  /// The request as this session opened it: what is read is what is signed, and opening it again
  /// would be another reading.
  private Optional<OpenRequest> opened(DispatchId request, String paper) {
    return forms.kept(paper, OpenRequest.class).filter(open -> open.held().id().equals(request));
  }

  @PostMapping("/desk/{id}/admit")
  String admit(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(defaultValue = "") String passphrase,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Optional<OpenRequest> open = opened(request, paper);
    if (open.isEmpty()) {
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          try {
            Bytes signature = signing.sign(desk.officer(), open.get().text(), passphrase);
            desk.run((exchange, officer) -> exchange.replying().admit(officer, request, signature));
          } catch (SigningException e) {
            next.addFlashAttribute("problem", "problem.signing." + e.code().name());
            return HERE;
          }
          next.addFlashAttribute("done", "done.authorised");
          return HERE;
        });
  }

  @PostMapping("/desk/{id}/progress")
  String progress(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String expected,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Optional<Progress.Step> chosen = Coded.find(Progress.Step.class, step);
    if (chosen.isEmpty()) {
      next.addFlashAttribute("problem", "problem.step");
      return HERE;
    }
    List<LocalDate> day;
    try {
      day = expected.isBlank() ? List.of() : List.of(LocalDate.parse(expected.strip()));
    } catch (DateTimeException e) {
      next.addFlashAttribute("problem", "problem.step");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) ->
              exchange.replying().progress(officer, request, chosen.get(), text.strip(), day));
          next.addFlashAttribute("done", "done.request");
          return HERE;
        });
  }

  @PostMapping("/desk/{id}/reply")
  String reply(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId request = DispatchId.parse(id);
    Map<String, String> one = typed.toSingleValueMap();
    Officer by = desk.officerAs(Role.DUTY_OFFICER);
    List<Statement> given = StatementRows.read(one, by, clock.now());
    Optional<RefusalCode> code = StatementRows.coded(RefusalCode.class, one, "code");
    Optional<Schema> schema = StatementRows.coded(Schema.class, one, "schema");
    if ((given.isEmpty() && code.isEmpty()) || schema.isEmpty()) {
      next.addFlashAttribute("problem", "problem.reply");
      return HERE;
    }
    ReplyForm form =
        new ReplyForm(
            one.containsKey("last"),
            given.isEmpty()
                ? List.of()
                : List.of(new Entity(new EntityId("given"), schema.get(), given)),
            refused(typed, one, code),
            handling(typed, one));
    return forms.once(
        one.getOrDefault("once", ""),
        () -> {
          desk.run((exchange, officer) -> exchange.replying().reply(officer, request, form));
          next.addFlashAttribute("done", "done.replied");
          return HERE;
        });
  }

  private static List<Refused> refused(
      MultiValueMap<String, String> typed, Map<String, String> one, Optional<RefusalCode> code) {
    String words = one.getOrDefault("explanation", "").strip();
    return code.stream()
        .map(found ->
            new Refused(
                found,
                StatementRows.ticked(DataCategory.class, typed, "of"),
                found == RefusalCode.R1 ? "" : words))
        .toList();
  }

  private static Handling handling(MultiValueMap<String, String> typed, Map<String, String> one) {
    Set<HandlingCode> codes = StatementRows.ticked(HandlingCode.class, typed, "handling");
    ActionCode action = StatementRows.coded(ActionCode.class, one, "action").orElse(ActionCode.P1);
    return codes.isEmpty() ? Handling.LEAST : new Handling(codes, action);
  }
}
