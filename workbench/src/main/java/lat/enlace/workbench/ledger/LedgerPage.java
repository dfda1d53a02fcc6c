// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.model.DispatchId;
import lat.enlace.workbench.page.Desk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The ledger as officers and auditors see it, and what a court is given.
@Controller
class LedgerPage {
  private static final int LATEST = 100;

  private final Desk desk;

  LedgerPage(Desk desk) {
    this.desk = desk;
  }

  private record Shown(Records.Head head, List<Records.EntryView> entries) {}

  @GetMapping("/ledger")
  String ledger(Model model) throws ExchangeException {
    Shown shown =
        desk.run((exchange, officer) ->
            new Shown(exchange.records().head(), exchange.records().entries(officer, LATEST)));
    model.addAttribute("head", shown.head());
    model.addAttribute("entries", shown.entries());
    return "ledger";
  }

  @GetMapping("/ledger/{index}/{part:proof|opening|keys}")
  ResponseEntity<byte[]> download(@PathVariable long index, @PathVariable String part)
      throws ExchangeException {
    Records.ProofBundle bundle =
        desk.run((exchange, officer) ->
            exchange.records().prove(officer, index).orElseThrow(() -> notFound()));
    return file("entry-" + index, part, bundle);
  }

  @GetMapping("/questions/{id}/received/{part:proof|opening|keys}")
  ResponseEntity<byte[]> received(@PathVariable String id, @PathVariable String part)
      throws ExchangeException {
    DispatchId dispatch = DispatchId.parse(id);
    Records.ProofBundle bundle =
        desk.run((exchange, officer) ->
            exchange.records().proveReceived(officer, dispatch).orElseThrow(() -> notFound()));
    return file("received-" + dispatch, part, bundle);
  }

  private static ResponseEntity<byte[]> file(String name, String part, Records.ProofBundle bundle) {
    Bytes content =
        switch (part) {
          case "proof" -> bundle.proof();
          case "opening" -> bundle.opening();
          default -> bundle.verifierKeys();
        };
    String suffix = part.equals("proof") ? ".tlog-proof" : "." + part;
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + suffix).build().toString())
        .body(content.toArray());
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such entry");
  }
}
