// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Every decision of this node, at both sides, for those who watch over them.
@Controller
class DecisionsPage {
  private static final int LATEST = 200;

  private final Desk desk;
  private final Forms forms;

  DecisionsPage(Desk desk, Forms forms) {
    this.desk = desk;
    this.forms = forms;
  }

  @GetMapping("/decisions")
  String decisions(@RequestParam(defaultValue = "") String outcome, Model model)
      throws ExchangeException {
    List<Records.DecisionView> all =
        desk.run((exchange, officer) -> exchange.records().decisions(officer, LATEST));
    Map<String, Long> reasons =
        all.stream()
            .flatMap(decision -> decision.reasons().stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    model.addAttribute(
        "decisions",
        all.stream()
            .filter(decision -> outcome.isEmpty() || decision.outcome().equals(outcome))
            .toList());
    model.addAttribute(
        "outcomes", all.stream().map(Records.DecisionView::outcome).distinct().sorted().toList());
    model.addAttribute("outcome", outcome);
    model.addAttribute("reasons", reasons);
    model.addAttribute("mayOpen", desk.officer().has(Role.RIGHTS_OFFICER));
    return "decisions";
  }

  /// Opens a pseudonym of an officer of this node; the opening is itself an entry.
  @PostMapping("/decisions/pseudonym")
  String open(
      @RequestParam String once,
      @RequestParam(defaultValue = "") String pseudonym,
      RedirectAttributes next)
      throws ExchangeException {
    OfficerPseudonym sought = new OfficerPseudonym(pseudonym.strip());
    return forms.once(
        once,
        () -> {
          List<OfficerId> behind =
              desk
                  .run((exchange, officer) -> exchange.records().officerBehind(officer, sought))
                  .stream()
                  .toList();
          next.addFlashAttribute("behind", behind);
          return "redirect:/decisions";
        });
  }
}
