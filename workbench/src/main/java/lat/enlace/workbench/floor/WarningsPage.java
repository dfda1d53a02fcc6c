// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Warnings;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The duty to warn: a threat to a life, sent in one step, acted on, reviewed (row M23).
@Controller
final class WarningsPage {
  private static final String HERE = "redirect:/warnings";

  private final Desk desk;
  private final Forms forms;

  WarningsPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  private record Shown(List<Warnings.Warning> warnings, List<NodeId> partners) {}

  @GetMapping("/warnings")
  String list(Model model) throws ExchangeException {
    Shown shown =
        desk.run((exchange, officer) ->
            new Shown(exchange.warnings().warnings(officer), Partners.of(exchange)));
    model.addAttribute(
        "received", shown.warnings().stream().filter(warning -> !warning.sent()).toList());
    model.addAttribute("sent", shown.warnings().stream().filter(Warnings.Warning::sent).toList());
    model.addAttribute("partners", shown.partners());
    model.addAttribute("threats", WarningBody.Warning.Threat.values());
    model.addAttribute("imminences", WarningBody.Warning.Imminence.values());
    return "warnings";
  }

  @PostMapping("/warnings")
  String warn(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    Optional<WarningBody.Warning> warning = warning(typed);
    String partner = typed.getOrDefault("partner", "");
    if (warning.isEmpty() || partner.isEmpty()) {
      next.addFlashAttribute("problem", "problem.warning");
      next.addFlashAttribute("typed", typed);
      return HERE;
    }
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          desk.run((exchange, officer) ->
              exchange.warnings().warn(officer, new NodeId(partner), warning.get()));
          next.addFlashAttribute("done", "done.warned");
          return HERE;
        });
  }

  private static Optional<WarningBody.Warning> warning(Map<String, String> typed) {
    Optional<WarningBody.Warning.Threat> threat =
        Coded.find(WarningBody.Warning.Threat.class, typed.getOrDefault("threat", ""));
    Optional<WarningBody.Warning.Imminence> imminence =
        Coded.find(WarningBody.Warning.Imminence.class, typed.getOrDefault("imminence", ""));
    if (threat.isEmpty() || imminence.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WarningBody.Warning(
              several(typed, "name"),
              several(typed, "place"),
              several(typed, "phone"),
              threat.get(),
              imminence.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What stands in a field, one thing between two semicolons.
  private static List<String> several(Map<String, String> typed, String field) {
    return Arrays.stream(typed.getOrDefault(field, "").split(";"))
        .map(text -> text.strip().replaceAll(" +", " "))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @PostMapping("/warnings/{id}/open")
  String open(@PathVariable String id, @RequestParam String once) throws ExchangeException {
    DispatchId warning = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          Warnings.OpenWarning open =
              desk.run((exchange, officer) -> exchange.warnings().open(officer, warning));
          return "redirect:/warnings/" + warning + "/opened/" + forms.keep(open);
        });
  }

  @GetMapping("/warnings/{id}/opened/{paper}")
  String opened(@PathVariable String id, @PathVariable String paper, Model model) {
    DispatchId warning = DispatchId.parse(id);
    return forms
        .kept(paper, Warnings.OpenWarning.class)
        .filter(open -> open.warning().id().equals(warning))
        .map(open -> {
          model.addAttribute("open", open);
          model.addAttribute("acts", WarningBody.Action.Act.values());
          model.addAttribute("findings", WarningBody.Review.Finding.values());
          return "warning";
        })
        .orElse(HERE);
  }

  @PostMapping("/warnings/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String act,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId warning = DispatchId.parse(id);
    Optional<WarningBody.Action.Act> done = Coded.find(WarningBody.Action.Act.class, act);
    if (done.isEmpty()) {
      next.addFlashAttribute("problem", "problem.warningAct");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> exchange.warnings().act(officer, warning, done.get()));
          next.addFlashAttribute("done", "done.warningActed");
          return HERE;
        });
  }

  @PostMapping("/warnings/{id}/review")
  String review(
      @PathVariable String id,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String finding,
      RedirectAttributes next)
      throws ExchangeException {
    DispatchId warning = DispatchId.parse(id);
    Optional<WarningBody.Review.Finding> found =
        Coded.find(WarningBody.Review.Finding.class, finding);
    if (found.isEmpty()) {
      next.addFlashAttribute("problem", "problem.warningReview");
      return HERE;
    }
    return forms.once(
        once,
        () -> {
          desk.run(
              (exchange, officer) -> exchange.warnings().review(officer, warning, found.get()));
          next.addFlashAttribute("done", "done.warningReviewed");
          return HERE;
        });
  }

  @PostMapping("/warnings/{id}/release")
  String release(@PathVariable String id, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    DispatchId warning = DispatchId.parse(id);
    return forms.once(
        once,
        () -> {
          desk.run((exchange, officer) -> exchange.warnings().release(officer, warning));
          next.addFlashAttribute("done", "done.warned");
          return HERE;
        });
  }
}
