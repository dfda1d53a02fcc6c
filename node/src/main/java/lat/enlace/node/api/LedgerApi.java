// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ledger, proofs, decisions and links.
@RestController
@RequestMapping("/api/v1")
final class LedgerApi {
  private static final int MOST = 1000;

  private final Caller caller;

  LedgerApi(Caller caller) {
    this.caller = caller;
  }

  /// Size, root and signed checkpoint of the log.
  @GetMapping("/ledger/head")
  Head head() throws ExchangeException, ApiException {
    caller.officer();
    Records.Head head = caller.with(core -> core.records().head());
    try {
      return new Head(
          head.origin(),
          head.size(),
          head.root().base64(),
          head.checkpoint().text(),
          head.verifierKeys());
    } catch (MalformedBytesException e) {
      throw new ApiException("checkpoint");
    }
  }

  /// The latest entries, newest first.
  @GetMapping("/ledger/entries")
  List<Entry> entries(@RequestParam(defaultValue = "50") int limit) throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.records().entries(by, bounded(limit))).stream()
        .map(each ->
            new Entry(
                each.index(),
                each.type(),
                each.at(),
                each.about().stream().map(DispatchId::toString).toList(),
                each.partner()))
        .toList();
  }

  /// What proves offline that an entry stands in the log; nothing of what it holds.
  @GetMapping("/ledger/entries/{index}/proof")
  Proof prove(@PathVariable long index) throws ExchangeException, ApiException {
    Officer by = caller.officer();
    return proof(caller.with(core -> core.records().prove(by, index)));
  }

  /// Opens an entry for a case and a reason: the exact bytes with their proof. The opening is
  /// entered as a reading before anything is returned.
  @PostMapping("/ledger/entries/{index}/opening")
  Opened open(@PathVariable long index, @RequestBody Why why)
      throws ExchangeException, ApiException {
    Officer by = caller.officer();
    Records.Why given = why.given();
    return opened(caller.with(core -> core.records().open(by, index, given)));
  }

  /// The entries that touch a dispatch.
  @GetMapping("/dispatches/{id}/entries")
  List<Long> indexes(@PathVariable String id) throws ExchangeException, ApiException {
    caller.officer();
    DispatchId dispatch = Given.as(DispatchId::parse, id, "id");
    return caller.with(core -> core.records().indexesOf(dispatch));
  }

  /// What proves that the partner committed to a dispatch this node received.
  @GetMapping("/dispatches/{id}/proof")
  Proof proveReceived(@PathVariable String id) throws ExchangeException, ApiException {
    Officer by = caller.officer();
    DispatchId dispatch = Given.as(DispatchId::parse, id, "id");
    return proof(caller.with(core -> core.records().proveReceived(by, dispatch)));
  }

  /// Opens a dispatch received for a case and a reason; its originator is told, unless that would
  /// say more than the answer did.
  @PostMapping("/dispatches/{id}/opening")
  Opened openReceived(@PathVariable String id, @RequestBody Why why)
      throws ExchangeException, ApiException {
    Officer by = caller.officer();
    DispatchId dispatch = Given.as(DispatchId::parse, id, "id");
    Records.Why given = why.given();
    return opened(caller.with(core -> core.records().openReceived(by, dispatch, given)));
  }

  /// Decisions by code, for the rights officer and the auditor.
  @GetMapping("/decisions")
  List<Records.DecisionView> decisions(@RequestParam(defaultValue = "50") int limit)
      throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.records().decisions(by, bounded(limit)));
  }

  /// What partners reported to have read of what this node sent, newest first.
  @GetMapping("/readings")
  List<Reading> readings(@RequestParam(defaultValue = "50") int limit) throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.records().readings(by, bounded(limit))).stream()
        .map(Reading::of)
        .toList();
  }

  /// How the link to each partner does.
  @GetMapping("/links")
  List<Link> links() throws ExchangeException {
    caller.officer();
    return caller.with(core -> core.links().health()).stream()
        .map(each ->
            new Link(
                each.partner().value(),
                each.waiting(),
                each.lastHeard(),
                each.trouble(),
                each.seenSize(),
                each.evidence()))
        .toList();
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, MOST);
  }

  private static Proof proof(Optional<Records.Proof> found) throws ExchangeException, ApiException {
    Records.Proof proof =
        found.orElseThrow(
            () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "No such entry."));
    try {
      return new Proof(proof.proof().text(), proof.verifierKeys().text());
    } catch (MalformedBytesException e) {
      throw new ApiException("proof");
    }
  }

  private static Opened opened(Records.ProofBundle found) throws ApiException {
    try {
      return new Opened(
          found.proof().text(), found.opening().base64(), found.verifierKeys().text());
    } catch (MalformedBytesException e) {
      throw new ApiException("proof");
    }
  }

  record Head(
      String origin, long size, String root, String checkpoint, List<String> verifierKeys) {}

  record Entry(long index, String type, Instant at, List<String> about, String partner) {}

  record Proof(String proof, String verifierKeys) {}

  /// @param opening base64 of 32 bytes of salt and the exact bytes
  @PersonalData
  record Opened(String proof, String opening, String verifierKeys) {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  record Why(@Nullable String caseReference, @Nullable String reason) {
    Records.Why given() throws ApiException {
      return new Records.Why(
          Given.as(CaseReference::new, caseReference, "caseReference"),
          Given.text(reason, "reason"));
    }
  }

  /// @param what id of the dispatch that was read; of what was disclosed, the item
  record Reading(
      String kind,
      String what,
      String partner,
      String unit,
      String role,
      String caseReference,
      String reason,
      Instant at,
      String pseudonym) {
    static Reading of(Records.ReportedReading reported) {
      Recalling.ReadingView reading = reported.reading();
      return new Reading(
          reported.kind().code(),
          reported.what(),
          reported.reader().value(),
          reading.unit(),
          reading.role(),
          reading.caseReference(),
          reading.reason(),
          reading.at(),
          reading.pseudonym());
    }
  }

  record Link(
      String partner,
      int waiting,
      Instant lastHeard,
      List<String> trouble,
      long seenSize,
      boolean evidence) {}
}
