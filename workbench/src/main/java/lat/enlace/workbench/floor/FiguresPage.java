// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.port.Clock;
import lat.enlace.workbench.Core;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Public figures of this node, for whoever asks: how inquiries about where people are were met,
/// and what nobody answered. Counted once a minute at most, however many ask.
@Controller
class FiguresPage {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Core core;
  private final Clock clock;
  private Counted last = new Counted(Instant.EPOCH, List.of());

  FiguresPage(Core core, Clock clock) {
    this.core = core;
    this.clock = clock;
  }

  private record Counted(Instant at, List<Whereabouts.Figure> figures) {}

  @GetMapping("/figures")
  String figures(Model model) throws ExchangeException {
    model.addAttribute("figures", counted().figures());
    return "figures";
  }

  private synchronized Counted counted() throws ExchangeException {
    Instant now = clock.now();
    boolean old = last.at().plus(FRESH).isBefore(now) || last.at().isAfter(now);
    if (old) {
      last = new Counted(now, core.with(exchange -> exchange.whereabouts().figures()));
    }
    return last;
  }
}
