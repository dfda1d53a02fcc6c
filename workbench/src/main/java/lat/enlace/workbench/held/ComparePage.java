// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Body;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import lat.enlace.workbench.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The holding officer judges whether the candidate is the one asked about: releases or refuses.
/// Opening the comparison is a reading on the ledger, so it is opened by a form, not by a link.
@Controller
class ComparePage {
  private final Desk desk;
  private final Forms forms;
  private final Words words;

  ComparePage(Desk desk, Forms forms, Words words) {
    this.desk = desk;
    this.forms = forms;
    this.words = words;
  }

  @PostMapping("/held/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId followUp = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Holding.SideBySide pair =
              desk.run((exchange, officer) -> exchange.holding().compare(officer, followUp));
          forms.keep(paper(followUp), pair);
          return "redirect:/held/" + followUp;
        });
  }

  @GetMapping("/held/{id}")
  String compare(@PathVariable String id, Model model) {
    DispatchId followUp = DispatchId.parse(id);
    Optional<Holding.SideBySide> pair = forms.kept(paper(followUp), Holding.SideBySide.class);
    if (pair.isEmpty()) {
      return "redirect:/held";
    }
    model.addAttribute("view", SideBySideView.of(pair.get(), words.language()));
    model.addAttribute("handlingCodes", HandlingCode.values());
    model.addAttribute("actionCodes", ActionCode.values());
    model.addAttribute("codes", RefusalCode.values());
    return "compare";
  }

  @PostMapping("/held/{id}/release")
  String release(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") List<String> handling,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String same,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId followUp = DispatchId.parse(id);
    Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    handling.forEach(code -> Coded.find(HandlingCode.class, code).ifPresent(codes::add));
    Optional<ActionCode> how = Coded.find(ActionCode.class, action);
    if (codes.isEmpty() || how.isEmpty() || same.isEmpty()) {
      next.addFlashAttribute("problem", "problem.release");
      return "redirect:/held/" + followUp;
    }
    Handling restrictions = new Handling(codes, how.get());
    return forms.once(
        once,
        () -> {
          desk.run(
              (exchange, officer) -> exchange.holding().release(officer, followUp, restrictions));
          forms.forget(paper(followUp));
          next.addFlashAttribute("done", "done.released");
          return "redirect:/held";
        });
  }

  @PostMapping("/held/{id}/refuse")
  String refuse(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String explanation,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId followUp = DispatchId.parse(id);
    Optional<RefusalCode> refusal = Coded.find(RefusalCode.class, code);
    if (refusal.isEmpty() || explanation.length() > Body.MAX_TEXT_LENGTH) {
      next.addFlashAttribute("problem", "problem.refusal");
      return "redirect:/held/" + followUp;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) ->
              exchange.holding().refuse(officer, followUp, refusal.get(), explanation.strip()));
          forms.forget(paper(followUp));
          next.addFlashAttribute("done", "done.refused");
          return "redirect:/held";
        });
  }

  private static String paper(DispatchId followUp) {
    return "compare:" + followUp;
  }
}
