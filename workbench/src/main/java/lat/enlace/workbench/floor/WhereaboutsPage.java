// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.workbench.entity.EntityFields;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where is this person? Open whatever the agreements say.
@Controller
class WhereaboutsPage {
  private static final String HERE = "redirect:/whereabouts";

  private final Desk desk;
  private final Forms forms;
  private final EntityFields fields;

  WhereaboutsPage(Desk desk, Forms forms, EntityFields fields) {
    this.desk = desk;
    this.forms = forms;
    this.fields = fields;
  }

  private record Shown(List<Whereabouts.Inquiry> inquiries, List<NodeId> partners) {}

  @GetMapping("/whereabouts")
  String list(Model model) throws ExchangeException {
    Shown shown =
        desk.run((exchange, officer) ->
            new Shown(exchange.whereabouts().inquiries(officer), Partners.of(exchange)));
    model.addAttribute(
        "received", shown.inquiries().stream().filter(inquiry -> !inquiry.sent()).toList());
    model.addAttribute(
        "sent", shown.inquiries().stream().filter(Whereabouts.Inquiry::sent).toList());
    model.addAttribute("partners", shown.partners());
    model.addAttribute("properties", EntityFields.of(Schema.PERSON));
    model.addAttribute("askers", WhereaboutsBody.Inquiry.AskedBy.values());
    return "whereabouts";
  }

  @PostMapping("/whereabouts/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId inquiry = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Whereabouts.OpenInquiry open =
              desk.run((exchange, officer) -> exchange.whereabouts().open(officer, inquiry));
          return "redirect:/whereabouts/" + inquiry + "/opened/" + forms.keep(open);
        });
  }

  @GetMapping("/whereabouts/{id}/opened/{paper}")
  String opened(@PathVariable String id, @PathVariable String paper, Model model) {
    DispatchId inquiry = DispatchId.parse(id);
    return forms
        .kept(paper, Whereabouts.OpenInquiry.class)
        .filter(open -> open.inquiry().id().equals(inquiry))
        .map(open -> {
          model.addAttribute("open", open);
          model.addAttribute("findings", WhereaboutsBody.Reply.Finding.values());
          return "inquiry";
        })
        .orElse(HERE);
  }

  @PostMapping("/whereabouts")
  String inquire(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Officer by = desk.officer();
    Entity person = fields.stated(Schema.PERSON, new EntityId("missing"), typed, by);
    Optional<WhereaboutsBody.Inquiry.AskedBy> askedBy =
        Coded.find(WhereaboutsBody.Inquiry.AskedBy.class, typed.getOrDefault("askedBy", ""));
    String partner = typed.getOrDefault("partner", "");
    if (person.statements().isEmpty() || askedBy.isEmpty() || partner.isEmpty()) {
      next.addFlashAttribute("problem", "problem.whereabouts");
      next.addFlashAttribute("typed", typed);
      return HERE;
    }
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          desk.run((exchange, officer) ->
              exchange
                  .whereabouts()
                  .inquire(
                      officer,
                      new NodeId(partner),
                      typed.getOrDefault("case", "").strip(),
                      typed.getOrDefault("basis", "").strip(),
                      person,
                      askedBy.get()));
          next.addFlashAttribute("done", "done.inquired");
          return HERE;
        });
  }

  @PostMapping("/whereabouts/{id}/reply")
  String reply(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String finding,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId inquiry = DispatchId.parse(id);
    Optional<WhereaboutsBody.Reply.Finding> found =
        Coded.find(WhereaboutsBody.Reply.Finding.class, finding);
    if (found.isEmpty() || text.length() > Body.MAX_TEXT_LENGTH) {
      next.addFlashAttribute("problem", "problem.finding");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) ->
              exchange.whereabouts().reply(officer, inquiry, found.get(), text.strip()));
          next.addFlashAttribute("done", "done.replied");
          return HERE;
        });
  }
}
