// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.model.CaseReference;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

  @GetMapping("/ledger/{index}/{part:proof|keys}")
  ResponseEntity<byte[]> download(@PathVariable long index, @PathVariable String part)
      throws ExchangeException {
    Records.Proof found =
        desk.run((exchange, officer) ->
            exchange.records().prove(officer, index).orElseThrow(() -> notFound()));
    return file("entry-" + index, part, found);
  }

  @GetMapping("/questions/{id}/received/{part:proof|keys}")
  ResponseEntity<byte[]> received(@PathVariable String id, @PathVariable String part)
      throws ExchangeException {
    DispatchId dispatch = DispatchId.parse(id);
    Records.Proof found =
        desk.run((exchange, officer) ->
            exchange.records().proveReceived(officer, dispatch).orElseThrow(() -> notFound()));
    return file("received-" + dispatch, part, found);
  }

  /// Case and reason first: opening an entry is a reading.
  @GetMapping("/ledger/{index}/opening")
  String before(@PathVariable long index, Model model) {
    model.addAttribute("index", index);
    return "opening";
  }

  @PostMapping("/ledger/{index}/opening")
  ResponseEntity<byte[]> open(
      @PathVariable long index,
      @RequestParam(name = "case", defaultValue = "") String caseReference,
      @RequestParam(defaultValue = "") String reason)
      throws ExchangeException {
    Records.Why why = why(caseReference.strip(), reason.strip());
    Records.ProofBundle opened =
        desk.run((exchange, officer) -> exchange.records().open(officer, index, why));
    return file("entry-" + index + ".opening", opened.opening());
  }

  private static Records.Why why(String caseReference, String reason) throws ExchangeException {
    try {
      return new Records.Why(new CaseReference(caseReference), reason);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a case and a reason are needed", e);
    }
  }

  private static ResponseEntity<byte[]> file(String name, String part, Records.Proof found) {
    return part.equals("proof")
        ? file(name + ".tlog-proof", found.proof())
        : file(name + ".keys", found.verifierKeys());
  }

  private static ResponseEntity<byte[]> file(String name, Bytes content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content.toArray());
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such entry");
  }
}
