// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.List;
import java.util.Map;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.FirstOperator;
import lat.enlace.workbench.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Logging in, and the first operator of a new node. The node itself processes the log-in.
@Controller
class LoginPage {
  private static final List<String> NOTICES = List.of("error", "expired", "out");

  private final Session session;
  private final FirstOperator firstOperator;

  LoginPage(Session session, FirstOperator firstOperator) {
    this.session = session;
    this.firstOperator = firstOperator;
  }

  @GetMapping("/login")
  String login(@RequestParam Map<String, String> query, Model model) {
    if (session.officer().isPresent()) {
      return "redirect:/";
    }
    if (firstOperator.awaited()) {
      return "redirect:/first";
    }
    model.addAttribute("created", query.containsKey("created"));
    model.addAttribute("notices", NOTICES.stream().filter(query::containsKey).limit(1).toList());
    return "login";
  }

  @GetMapping("/first")
  String first() {
    return firstOperator.awaited() ? "first" : "redirect:/login";
  }

  /// Answers at once: a stranger has no session in which an answer could wait for the next page.
  /// The code works once.
  @PostMapping("/first")
  String create(@RequestParam Map<String, String> fields, Model model) {
    FirstOperator.Outcome outcome =
        firstOperator.create(
            fields.getOrDefault("code", ""),
            new OfficerId(fields.getOrDefault("username", "")),
            fields.getOrDefault("password", ""));
    model.addAttribute("outcome", outcome.name());
    return outcome == FirstOperator.Outcome.CREATED ? "redirect:/login?created" : "first";
  }
}
