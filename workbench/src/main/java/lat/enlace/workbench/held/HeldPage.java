// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import java.util.Comparator;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.RefusalCode;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The holder's desk: follow-ups to decide, and questions that a person must let through.
@Controller
class HeldPage {
  private final Desk desk;
  private final Forms forms;

  HeldPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  private record OnDesk(
      List<Holding.HeldFollowUp> followUps, List<Holding.HeldQuestion> questions) {}

  @GetMapping("/held")
  String desk(Model model) throws ExchangeException {
    OnDesk held =
        desk.run((exchange, officer) ->
            new OnDesk(exchange.holding().desk(officer), exchange.holding().questions(officer)));
    model.addAttribute(
        "waiting",
        held.followUps().stream()
            .filter(one -> one.state() == Holding.HeldFollowUp.State.WAITING)
            .sorted(Comparator.comparing(Holding.HeldFollowUp::due))
            .toList());
    model.addAttribute(
        "decided",
        held.followUps().stream()
            .filter(one -> one.state() != Holding.HeldFollowUp.State.WAITING)
            .toList());
    model.addAttribute(
        "questions",
        held.questions().stream()
            .filter(one -> one.state() == Holding.HeldQuestion.State.WAITING)
            .sorted(Comparator.comparing(Holding.HeldQuestion::due))
            .toList());
    model.addAttribute("codes", RefusalCode.values());
    return "held";
  }

  @PostMapping("/held/questions/{id}/turn-away")
  String turnAway(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId question = DispatchId.parse(id);
    RefusalCode refusal =
        Coded.find(RefusalCode.class, code)
            .orElseThrow(() ->
                new ExchangeException(
                    ExchangeException.Code.INVALID_FORM, "no refusal code was chosen"));
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> exchange.holding().turnAway(officer, question, refusal));
          next.addFlashAttribute("done", "done.turnedAway");
          return "redirect:/held";
        });
  }
}
