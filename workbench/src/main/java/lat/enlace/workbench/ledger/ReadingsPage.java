// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.workbench.page.Desk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who read at neighbours what this node sent, as they report it.
@Controller
class ReadingsPage {
  private static final int LATEST = 200;

  private final Desk desk;

  ReadingsPage(Desk desk) {
    this.desk = desk;
  }

  @GetMapping("/readings")
  String readings(Model model) throws ExchangeException {
    List<Records.ReportedReading> readings =
        desk.run((exchange, officer) -> exchange.records().readings(officer, LATEST));
    model.addAttribute("readings", readings);
    return "readings";
  }
}
