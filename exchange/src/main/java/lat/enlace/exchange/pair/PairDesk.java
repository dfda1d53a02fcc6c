// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.pair;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.PairRecords;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.link.RefusedRow;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.exchange.request.Clocked;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.clock.Pause;
import lat.enlace.model.clock.ReplyClock;
import lat.enlace.model.clock.Term;

/// Reckons the record with a partner from what both ends hold receipts of.
public final class PairDesk implements PairRecords {
  /// Months in one record.
  private static final int MOST_MONTHS = 36;

  private static final Term TO_ACT = new Term.Elapsed(Duration.ofDays(1));
  private static final Term TO_SAY = new Term.Elapsed(Duration.ofDays(3));

  private static final Comparator<Line> BY_TIME =
      Comparator.comparing(Line::received).thenComparing(Line::id);

  private final Journal journal;
  private final Accords accords;

  /// Over the journal.
  public PairDesk(Journal journal, Accords accords) {
    this.journal = journal;
    this.accords = accords;
  }

  @Override
  public PairRecord record(Officer by, NodeId partner, YearMonth from, YearMonth to)
      throws ExchangeException {
    Role role = Roles.require(by, Role.RIGHTS_OFFICER, Role.DUTY_OFFICER, Role.AUDITOR);
    StateCode state =
        accords
            .stateOf(partner)
            .orElseThrow(() ->
                new ExchangeException(
                    ExchangeException.Code.NOT_FOUND, "no agreement names this partner"));
    if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).compareTo(to) <= 0) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a record is of 1 to 36 months, in order");
    }
    Work work = journal.begin();
    Instant end = to.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Span span =
        new Span(
            from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            end,
            work.now().isBefore(end) ? work.now() : end);
    List<Line> lines = lines(work, partner, state, span);
    return new PairRecord(
        partner,
        from,
        to,
        span.asOf(),
        figures(lines),
        role == Role.RIGHTS_OFFICER ? lines : List.of(),
        refusals(work, partner, span));
  }

  /// @param end what came later is as if it had not come
  /// @param asOf now, or the end if it is over: clocks that run are read then
  private record Span(Instant from, Instant end, Instant asOf) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(end);
    }
  }

  private List<Line> lines(Work work, NodeId partner, StateCode state, Span span) {
    List<Line> lines = new ArrayList<>();
    for (Clocked one : Clocked.requests(work, journal, partner)) {
      line(one, span).ifPresent(lines::add);
    }
    for (DutyRow row : Duties.all(work, partner)) {
      line(clocked(row, state), span).ifPresent(lines::add);
    }
    return lines.stream().sorted(BY_TIME).toList();
  }

  private static Clocked clocked(DutyRow row, StateCode state) {
    Term term =
        switch (row.duty()) {
          case RECALL -> TO_ACT;
          case WHEREABOUTS -> TO_SAY;
          case REPLY -> throw new IllegalArgumentException("a request has a clock of its own");
        };
    RequestClock clock =
        new RequestClock(term, state, List.of(row.received()), List.of(), row.met());
    Clocked.End end = row.contested() ? Clocked.End.CONTESTED : Clocked.End.NONE;
    return new Clocked(row.id(), row.duty(), row.owed(), clock, end, row.proof());
  }

  private static Optional<Line> line(Clocked one, Span span) {
    return one.clock().started().stream()
        .filter(span::holds)
        .findFirst()
        .map(started -> line(one, seen(one.clock(), span.end()), started, span.asOf()));
  }

  private static Line line(Clocked one, RequestClock clock, Instant started, Instant asOf) {
    return new Line(
        one.id(),
        one.duty(),
        one.owed(),
        clock.term().code(),
        standing(one.end(), clock, asOf),
        started,
        clock.met(),
        clock.met().stream().map(met -> took(clock, started, met)).toList(),
        clock.met().isEmpty() ? List.of() : one.proofs());
  }

  /// The clock as it was known at {@code end}.
  private static RequestClock seen(RequestClock clock, Instant end) {
    List<Pause> pauses =
        clock.pauses().stream()
            .filter(pause -> pause.from().isBefore(end))
            .map(pause ->
                pause.until().stream().anyMatch(end::isBefore)
                    ? Pause.open(pause.reason(), pause.from())
                    : pause)
            .toList();
    List<Instant> met = clock.met().stream().filter(at -> !at.isAfter(end)).toList();
    return new RequestClock(clock.term(), clock.owing(), clock.started(), pauses, met);
  }

  private static Standing standing(Clocked.End end, RequestClock clock, Instant asOf) {
    if (clock.met().isEmpty() && end == Clocked.End.ENDED) {
      return Standing.ENDED;
    }
    if (!clock.met().isEmpty() && end == Clocked.End.CONTESTED) {
      return Standing.CONTESTED;
    }
    return switch (clock.at(asOf).orElse(ReplyClock.State.RUNNING)) {
      case MET -> Standing.ON_TIME;
      case BREACHED -> clock.met().isEmpty() ? Standing.OVERDUE : Standing.LATE;
      case PAUSED -> Standing.PAUSED;
      case RUNNING -> Standing.RUNNING;
    };
  }

  /// Without the time in which the clock stood.
  private static Duration took(RequestClock clock, Instant started, Instant met) {
    Duration took = Duration.between(started, met);
    for (Pause pause : clock.pauses()) {
      Instant from = pause.from().isBefore(started) ? started : pause.from();
      Instant until =
          pause.until().stream().filter(end -> end.isBefore(met)).findFirst().orElse(met);
      if (from.isBefore(until)) {
        took = took.minus(Duration.between(from, until));
      }
    }
    return took;
  }

  private static List<Figure> figures(List<Line> lines) {
    Map<String, List<Line>> groups = new TreeMap<>();
    for (Line line : lines) {
      String key = line.duty().code() + " " + line.owed() + " " + line.term();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }
    return groups.values().stream().map(PairDesk::figure).toList();
  }

  private static Figure figure(List<Line> group) {
    Line any = group.getFirst();
    List<Duration> took = group.stream().flatMap(line -> line.took().stream()).sorted().toList();
    return new Figure(
        any.duty(),
        any.owed(),
        any.term(),
        count(group, Standing.ON_TIME),
        count(group, Standing.LATE),
        count(group, Standing.PAUSED),
        count(group, Standing.RUNNING),
        count(group, Standing.OVERDUE),
        count(group, Standing.CONTESTED),
        count(group, Standing.ENDED),
        rank(took, 5),
        rank(took, 9));
  }

  private static int count(List<Line> group, Standing standing) {
    return (int) group.stream().filter(line -> line.standing() == standing).count();
  }

  /// The shortest time that so many tenths of all did not exceed.
  private static List<Duration> rank(List<Duration> sorted, int tenths) {
    return sorted.isEmpty()
        ? List.of()
        : List.of(sorted.get(Math.ceilDiv(sorted.size() * tenths, 10) - 1));
  }

  private static List<Refusals> refusals(Work work, NodeId partner, Span span) {
    Map<String, Refusals> counts = new TreeMap<>();
    for (RefusedRow row : RefusedRow.all(work, partner)) {
      if (span.holds(row.at())) {
        counts.merge(
            row.code() + " " + row.sent(),
            new Refusals(row.sent(), row.code(), 1),
            (one, other) -> new Refusals(one.sent(), one.code(), one.count() + other.count()));
      }
    }
    return List.copyOf(counts.values());
  }
}
