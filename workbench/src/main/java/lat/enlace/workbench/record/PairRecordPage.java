// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.PairRecords;
import lat.enlace.exchange.PairRecords.PairRecord;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.workbench.page.Desk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The record with one partner: figures, and for the rights officer the dispatches behind them.
@Controller
class PairRecordPage {
  private static final int MONTHS_SHOWN = 11;

  private final Desk desk;
  private final Clock clock;

  PairRecordPage(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/record")
  String record(
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model)
      throws ExchangeException {
    Shown shown = find(partner, from, to);
    model.addAttribute("partners", shown.partners());
    model.addAttribute("record", shown.record());
    model.addAttribute("entries", shown.entries());
    model.addAttribute("mayDrill", desk.officer().has(Role.RIGHTS_OFFICER));
    return "record";
  }

  /// The same as a table for a spreadsheet.
  @GetMapping("/record/table")
  ResponseEntity<String> table(
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to)
      throws ExchangeException {
    PairRecord record = find(partner, from, to).record();
    String name = "record-" + record.from() + "-" + record.to() + ".csv";
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(RecordTable.of(record));
  }

  /// @param entries of the ledger that touch a dispatch of the record
  private record Shown(
      List<NodeId> partners, PairRecord record, Map<DispatchId, List<Long>> entries) {}

  private Shown find(String partner, String from, String to) throws ExchangeException {
    YearMonth now = YearMonth.from(clock.now().atOffset(ZoneOffset.UTC));
    YearMonth last = month(to, now);
    YearMonth first = month(from, last.minusMonths(MONTHS_SHOWN));
    return desk.run((exchange, officer) -> {
      List<NodeId> partners = partners(exchange);
      NodeId chosen =
          partners.stream()
              .filter(one -> one.value().equals(partner))
              .findFirst()
              .or(() -> partners.stream().findFirst())
              .orElseThrow(() ->
                  new ExchangeException(
                      ExchangeException.Code.NOT_FOUND, "no agreement names a partner"));
      PairRecord record = exchange.pairs().record(officer, chosen, first, last);
      Map<DispatchId, List<Long>> entries = new HashMap<>();
      for (PairRecords.Line line : record.lines()) {
        entries.put(line.id(), exchange.records().indexesOf(line.id()));
        line.proofs().forEach(id -> entries.put(id, exchange.records().indexesOf(id)));
      }
      return new Shown(partners, record, entries);
    });
  }

  private static YearMonth month(String typed, YearMonth otherwise) {
    try {
      return YearMonth.parse(typed);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  private static List<NodeId> partners(Exchange exchange) {
    return exchange.links().health().stream().map(Links.LinkHealth::partner).toList();
  }
}
