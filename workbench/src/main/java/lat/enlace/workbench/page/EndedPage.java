// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What someone sees whose form came after the session ended, or without the token of his session:
/// nothing was changed, and what he typed stands there to be copied. The node forwards to it; it is
/// kept nowhere.
@Controller
public class EndedPage {
  /// Where the node forwards to.
  public static final String PATH = "/ended";

  private static final Set<String> UNSHOWN =
      Set.of("_csrf", "once", "kind", "hash", "password", "passphrase", "before", "again", "code");

  /// One field as it was sent.
  ///
  /// @param name of the field in the form
  /// @param value what was typed, ticked or chosen
  record Typed(String name, String value) {}

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String ended(HttpServletRequest request, Model model) {
    model.addAttribute("typed", forwarded(request) && ours(request) ? typed(request) : List.of());
    return "error/ended";
  }

  private static List<Typed> typed(HttpServletRequest request) {
    List<Typed> typed = new ArrayList<>();
    request
        .getParameterMap()
        .forEach((name, values) ->
            Arrays.stream(values)
                .filter(value -> !value.isBlank() && !UNSHOWN.contains(name))
                .forEach(value -> typed.add(new Typed(name, value))));
    return List.copyOf(typed);
  }

  private static boolean forwarded(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
  }

  /// A page of another site may post here too; its words are not repeated as someone's own.
  private static boolean ours(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin");
  }
}
