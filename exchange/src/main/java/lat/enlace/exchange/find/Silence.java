// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.find;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lat.enlace.exchange.Whereabouts.Figure;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// The public figure of silence on whereabouts inquiries (docs/spec/exchange.md, "Clocks"). One
/// that this node entered and sent nowhere, because it is about somebody sealed, is not counted:
/// the partner could tell it by comparing.
final class Silence {
  private final Journal journal;

  Silence(Journal journal) {
    this.journal = journal;
  }

  List<Figure> figures() {
    Work work = journal.begin();
    Map<String, Figure> figures = new TreeMap<>(Comparator.reverseOrder());
    for (InquiryRow row : work.all(Store.Space.INQUIRY, "", InquiryRow.class)) {
      if (counts(work, row)) {
        Figure one = figure(row);
        figures.merge(key(one), one, Silence::sum);
      }
    }
    return List.copyOf(figures.values());
  }

  private boolean counts(Work work, InquiryRow row) {
    boolean over = row.state() == Inquiry.State.ANSWERED || !row.due().isAfter(work.now());
    return over && (!row.sent() || Rows.receipted(work, journal, row.partner(), row.id()));
  }

  private Figure figure(InquiryRow row) {
    List<Instant> replied = row.replyId().stream().map(this::recorded).toList();
    boolean inTime = replied.stream().anyMatch(at -> !at.isAfter(row.due()));
    boolean late = !replied.isEmpty() && !inTime;
    return new Figure(
        row.due().atOffset(ZoneOffset.UTC).getYear(),
        row.partner(),
        row.sent(),
        inTime ? 1 : 0,
        late ? 1 : 0,
        replied.isEmpty() ? 1 : 0);
  }

  /// When the reply was first entered here: as it left, or as it was received.
  private Instant recorded(DispatchId reply) {
    return journal.openings(reply).stream()
        .map(OpeningRow::at)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static String key(Figure one) {
    NodeId partner = one.partner();
    return "%04d %s %s".formatted(one.year(), partner, one.sent());
  }

  private static Figure sum(Figure one, Figure other) {
    return new Figure(
        one.year(),
        one.partner(),
        one.sent(),
        one.inTime() + other.inTime(),
        one.late() + other.late(),
        one.silent() + other.silent());
  }
}
