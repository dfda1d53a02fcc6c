// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.PairRecords;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What this node and a partner owed each other, and what came of it.
@RestController
@RequestMapping("/api/v1/record")
final class PairRecordsApi {
  private final Caller caller;

  PairRecordsApi(Caller caller) {
    this.caller = caller;
  }

  /// The record with a partner, by month of receipt; which dispatches, for the rights officer.
  @GetMapping
  View record(
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    NodeId node = Given.as(NodeId::new, partner, "partner");
    YearMonth first = month(from, "from");
    YearMonth last = month(to, "to");
    return View.of(caller.with(core -> core.pairs().record(by, node, first, last)));
  }

  private static YearMonth month(@Nullable String given, String field) throws ApiException {
    try {
      return YearMonth.parse(Given.text(given, field));
    } catch (DateTimeException e) {
      throw new ApiException(field);
    }
  }

  record View(
      String partner,
      String from,
      String to,
      Instant asOf,
      List<Figure> figures,
      List<Line> lines,
      List<Refusals> refusals) {
    static View of(PairRecords.PairRecord record) {
      return new View(
          record.partner().value(),
          record.from().toString(),
          record.to().toString(),
          record.asOf(),
          record.figures().stream().map(Figure::of).toList(),
          record.lines().stream().map(Line::of).toList(),
          record.refusals().stream().map(Refusals::of).toList());
    }
  }

  record Refusals(boolean sent, String code, int count) {
    static Refusals of(PairRecords.Refusals refusals) {
      return new Refusals(refusals.sent(), refusals.code(), refusals.count());
    }
  }

  /// @param medianSeconds none or one
  /// @param slowestSeconds none or one
  record Figure(
      String duty,
      boolean owed,
      String term,
      int onTime,
      int late,
      int paused,
      int running,
      int overdue,
      int contested,
      int ended,
      List<Long> medianSeconds,
      List<Long> slowestSeconds) {
    static Figure of(PairRecords.Figure figure) {
      return new Figure(
          figure.duty().code(),
          figure.owed(),
          figure.term(),
          figure.onTime(),
          figure.late(),
          figure.paused(),
          figure.running(),
          figure.overdue(),
          figure.contested(),
          figure.ended(),
          figure.median().stream().map(Duration::toSeconds).toList(),
          figure.slowest().stream().map(Duration::toSeconds).toList());
    }
  }

  /// @param met none or one
  /// @param tookSeconds none or one
  record Line(
      String id,
      String duty,
      boolean owed,
      String term,
      String standing,
      Instant received,
      List<Instant> met,
      List<Long> tookSeconds,
      List<String> proofs) {
    static Line of(PairRecords.Line line) {
      return new Line(
          line.id().toString(),
          line.duty().code(),
          line.owed(),
          line.term(),
          line.standing().code(),
          line.received(),
          line.met(),
          line.took().stream().map(Duration::toSeconds).toList(),
          line.proofs().stream().map(DispatchId::toString).toList());
    }
  }
}
