// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.workbench.page.Desk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The neighbours: level, link, lag, evidence.
@Controller
class NeighboursPage {
  private final Desk desk;

  NeighboursPage(Desk desk) {
    this.desk = desk;
  }

  @GetMapping("/neighbours")
  String neighbours(Model model) throws ExchangeException {
    model.addAttribute("neighbours", desk.run((exchange, officer) -> Neighbour.all(exchange)));
    return "neighbours";
  }
}
