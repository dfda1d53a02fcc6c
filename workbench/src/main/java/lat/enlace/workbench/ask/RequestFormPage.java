// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.dispatch.RequestBounds;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a request, then what the agreements say of it and what is perhaps the same, then
/// sending.
@Controller
class RequestFormPage {
  private static final String REQUESTS = "/requests";
  private static final String URGENCY = "urgency";

  private final Desk desk;
  private final Forms forms;
  private final Drafting drafting;

  RequestFormPage(Desk desk, Forms forms, Drafting drafting) {
    this.desk = desk;
    this.forms = forms;
    this.drafting = drafting;
  }

  @GetMapping("/requests/new")
  String form(
      @RequestParam(defaultValue = "person") String kind,
      @RequestParam(defaultValue = "") String draft,
      Model model)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft typed = drafting.showForm(model, REQUESTS, kind, draft);
    model.addAttribute(
        "types",
        Arrays.stream(RequestType.values())
            .filter(type -> RequestBounds.of(type).schemas().contains(typed.kind().schema()))
            .toList());
    model.addAttribute("urgents", UrgentReason.values());
    return "ask";
  }

  @PostMapping("/requests")
  String keep(@RequestParam MultiValueMap<String, String> fields) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft draft = drafting.typed(fields);
    Map<String, String> lacking = new HashMap<>(lacking(draft));
    switch (drafting.read(draft)) {
      case DraftReader.Reading.Lacking(Map<String, String> more) -> lacking.putAll(more);
      case DraftReader.Reading.Ready(AskForm form) ->
          Coded.find(RequestType.class, draft.one("type"))
              .flatMap(type -> RequestBounds.excess(type, form.subject(), form.wanted()))
              .ifPresent(excess -> lacking.put(field(excess), "lacking.request." + excess.name()));
    }
    return lacking.isEmpty()
        ? "redirect:/requests/new/" + forms.keep(draft)
        : "redirect:/requests/new?kind="
            + draft.kind().code()
            + "&draft="
            + forms.keep(draft.with(lacking));
  }

  private static String field(RequestBounds.Excess excess) {
    return switch (excess) {
      case SCHEMA -> "type";
      case SUBJECT, PROPERTY -> "subject";
      case WANTED -> "wanted";
    };
  }

  private static Map<String, String> lacking(AskDraft draft) {
    Map<String, String> lacking = new HashMap<>();
    if (Coded.find(RequestType.class, draft.one("type")).isEmpty()) {
      lacking.put("type", "lacking.choose");
    }
    boolean urgent = !draft.one(URGENCY).equals(Urgency.N7D.code());
    if (urgent == Coded.find(UrgentReason.class, draft.one("urgent")).isEmpty()) {
      lacking.put("urgent", "lacking.urgent");
    }
    return lacking;
  }

  @GetMapping("/requests/new/{name}")
  String preview(@PathVariable String name, Model model) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    AskDraft draft = drafting.kept(name);
    RequestForm form = form(draft);
    Requesting.Checked checked =
        desk.run((exchange, officer) -> exchange.requesting().check(officer, form));
    List<Drafting.Foreseen> foreseen =
        desk.run((exchange, officer) -> drafting.foreseen(exchange, checked.rulings()));
    drafting.showPreview(model, "/requests/new", name, draft, form.ask(), foreseen);
    model.addAttribute("type", form.type());
    model.addAttribute("alike", checked.alike());
    return "preview";
  }

  @PostMapping("/requests/new/{name}")
  String send(@PathVariable String name, @RequestParam String once) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    return forms.once(
        once,
        () -> {
          RequestForm form = form(drafting.kept(name));
          List<Requesting.SentRequest> sent =
              desk.run((exchange, officer) -> exchange.requesting().send(officer, form));
          forms.forget(name);
          return sent.size() == 1
              ? "redirect:/requests/" + sent.getFirst().id()
              : "redirect:/requests";
        });
  }

  private RequestForm form(AskDraft draft) throws ExchangeException {
    AskForm ask = drafting.ready(draft);
    try {
      return new RequestForm(
          ask,
          Coded.find(RequestType.class, draft.one("type"))
              .orElseThrow(IllegalArgumentException::new),
          Coded.find(UrgentReason.class, draft.one("urgent")).stream().toList(),
          draft.one("enquiry").isEmpty() ? List.of() : List.of(new EnquiryId(draft.one("enquiry"))),
          draft.one("earlier").isEmpty()
              ? List.of()
              : List.of(DispatchId.parse(draft.one("earlier"))));
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the draft lacks its type, or names no request", e);
    }
  }
}
