// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.List;
import java.util.Map;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.FirstOperator;
import lat.enlace.workbench.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Logging in, and the first operator of a new node. The node itself processes the log-in.
@Controller
class LoginPage {
  private static final List<String> NOTICES = List.of("error", "expired", "out");

  private final Session session;
  private final FirstOperator firstOperator;
  private final Forms forms;

  LoginPage(Session session, FirstOperator firstOperator, Forms forms) {
    this.session = session;
    this.firstOperator = firstOperator;
    this.forms = forms;
  }

  @GetMapping("/login")
  String login(@RequestParam Map<String, String> query, Model model) {
    if (session.officer().isPresent()) {
      return "redirect:/";
    }
    if (firstOperator.awaited()) {
      return "redirect:/first";
    }
    model.addAttribute("notices", NOTICES.stream().filter(query::containsKey).limit(1).toList());
    return "login";
  }

  @GetMapping("/first")
  String first() {
    return firstOperator.awaited() ? "first" : "redirect:/login";
  }

  @PostMapping("/first")
  String create(@RequestParam Map<String, String> fields, RedirectAttributes next)
      throws ExchangeException {
    return forms.once(
        fields.getOrDefault("once", ""),
        () -> {
          FirstOperator.Outcome outcome =
              firstOperator.create(
                  fields.getOrDefault("code", ""),
                  new OfficerId(fields.getOrDefault("username", "")),
                  fields.getOrDefault("password", ""));
          next.addFlashAttribute("outcome", outcome.name());
          return outcome == FirstOperator.Outcome.CREATED ? "redirect:/login" : "redirect:/first";
        });
  }
}
