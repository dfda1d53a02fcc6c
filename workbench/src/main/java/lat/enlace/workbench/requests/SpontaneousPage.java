// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Informing.InformForm;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationUse;
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
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Information that nobody asked for: a form, a second look at who will see it, sending; and what
/// came from others.
@Controller
class SpontaneousPage {
  private static final String HERE = "redirect:/spontaneous";

  private final Desk desk;
  private final Forms forms;
  private final Verdicts verdicts;
  private final Clock clock;

  SpontaneousPage(Desk desk, Forms forms, Verdicts verdicts, Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  @GetMapping("/spontaneous")
  String list(Model model) throws ExchangeException {
    Officer by = desk.officer();
    model.addAttribute("all", desk.run((exchange, officer) -> exchange.informing().all(officer)));
    model.addAttribute("partners", desk.run((exchange, officer) -> Partners.of(exchange)));
    model.addAttribute("writes", by.has(Role.ANALYST));
    StatementRows.offer(model);
    model.addAttribute("uses", InformationUse.values());
    return "spontaneous";
  }

  @PostMapping("/spontaneous")
  String keep(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Officer by = desk.officerAs(Role.ANALYST);
    Optional<InformForm> form = form(typed, by);
    if (form.isEmpty()) {
      next.addFlashAttribute("problem", "problem.inform");
      return HERE;
    }
    return HERE + "/look/" + forms.keep(form.get());
  }

  private Optional<InformForm> form(MultiValueMap<String, String> typed, Officer by)
      throws ExchangeException {
    Map<String, String> one = typed.toSingleValueMap();
    List<Statement> statements = StatementRows.read(one, by, clock.now());
    Set<HandlingCode> codes = StatementRows.ticked(HandlingCode.class, typed, "handling");
    try {
      return Optional.of(
          new InformForm(
              new NodeId(one.getOrDefault("partner", "")),
              one.getOrDefault("case", "").strip(),
              one.getOrDefault("basis", "").strip(),
              new OffenceCode(one.getOrDefault("offence", "").strip()),
              need(Purpose.class, one, "purpose"),
              StatementRows.ticked(TransnationalElement.class, typed, "elements"),
              new Entity(new EntityId("given"), need(Schema.class, one, "schema"), statements),
              need(SubjectCategory.class, one, "category"),
              need(ProceduralStage.class, one, "stage"),
              StatementRows.ticked(Ground.class, typed, "grounds"),
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

  @GetMapping("/spontaneous/look/{name}")
  String look(@PathVariable String name, Model model) throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    Optional<InformForm> form = forms.kept(name, InformForm.class);
    if (form.isEmpty()) {
      return HERE;
    }
    Informing.SecondLook look =
        desk.run((exchange, officer) -> exchange.informing().look(officer, form.get()));
    model.addAttribute("name", name);
    model.addAttribute("form", form.get());
    model.addAttribute("look", look);
    model.addAttribute(
        "verdict",
        desk.run((exchange, officer) ->
            verdicts.read(look.decision(), exchange.standings().instrumentsWith(look.partner()))));
    return "look";
  }

  @PostMapping("/spontaneous/look/{name}")
  String send(@PathVariable String name, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    desk.officerAs(Role.ANALYST);
    return forms.once(
        once,
        () -> {
          InformForm form =
              forms
                  .kept(name, InformForm.class)
                  .orElseThrow(() ->
                      new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such draft"));
          desk.run((exchange, officer) -> exchange.informing().send(officer, form));
          forms.forget(name);
          next.addFlashAttribute("done", "done.informed");
          return HERE;
        });
  }

  @PostMapping("/spontaneous/{id}/open")
  String open(@PathVariable String id, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    DispatchId information = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          String why =
              desk.run((exchange, officer) -> exchange.informing().open(officer, information));
          next.addFlashAttribute("words", List.of(why));
          return HERE;
        });
  }

  @PostMapping("/spontaneous/{id}/feedback")
  String feedback(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String use,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId information = DispatchId.parse(id);
    Optional<InformationUse> chosen = Coded.find(InformationUse.class, use);
    if (chosen.isEmpty()) {
      next.addFlashAttribute("problem", "problem.use");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) ->
              exchange.informing().feedback(officer, information, chosen.get(), text.strip()));
          next.addFlashAttribute("done", "done.feedback");
          return HERE;
        });
  }
}
