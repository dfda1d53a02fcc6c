// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PartnerDuty;

/// What two nodes owed each other and what came of it: facts, never a score. Every figure is a sum
/// of lines, and every line is reckoned from times that both ends hold signed, so that both come to
/// the same (docs/spec/pair-record.md).
public interface PairRecords {
  /// The record with one partner of what was received from the first to the last month, in UTC, as
  /// it stood at the end of the last.
  ///
  /// @throws ExchangeException with code ROLE_MISSING, NOT_FOUND if no instrument names the
  ///   partner, or INVALID_FORM if the months are out of order or too many
  PairRecord record(Officer by, NodeId partner, YearMonth from, YearMonth to)
      throws ExchangeException;

  /// A record.
  ///
  /// @param asOf the moment it speaks of: the end of the last month, or now if that is earlier
  /// @param figures in a fixed order
  /// @param lines what the figures count, for the rights officer alone; else none
  /// @param refusals what either end did not take in, by code
  record PairRecord(
      NodeId partner,
      YearMonth from,
      YearMonth to,
      Instant asOf,
      List<Figure> figures,
      List<Line> lines,
      List<Refusals> refusals) {
    /// Copies the lists.
    public PairRecord {
      figures = List.copyOf(figures);
      lines = List.copyOf(lines);
      refusals = List.copyOf(refusals);
    }
  }

  /// One thing owed.
  ///
  /// @param id of the dispatch that it was owed for
  /// @param owed true if the partner owed it to this node
  /// @param term within which: hours, calendar days or working days, as docs/spec/clocks.md writes
  /// @param received when the side that owed received that dispatch, by its receipt
  /// @param met when the other received what was owed, by its receipt: none or one
  /// @param took from receipt to receipt without the time that the clock stood: none or one
  /// @param proofs the dispatches that answered it
  record Line(
      DispatchId id,
      PartnerDuty duty,
      boolean owed,
      String term,
      Standing standing,
      Instant received,
      List<Instant> met,
      List<Duration> took,
      List<DispatchId> proofs) {
    /// Copies the lists.
    public Line {
      met = List.copyOf(met);
      took = List.copyOf(took);
      proofs = List.copyOf(proofs);
    }
  }

  /// How many lines of one duty, one side and one term stood how.
  ///
  /// @param median of the times taken, half of them took no longer: none or one
  /// @param slowest nine of ten took no longer: none or one
  record Figure(
      PartnerDuty duty,
      boolean owed,
      String term,
      int onTime,
      int late,
      int paused,
      int running,
      int overdue,
      int contested,
      int ended,
      List<Duration> median,
      List<Duration> slowest) {
    /// Copies the lists.
    public Figure {
      median = List.copyOf(median);
      slowest = List.copyOf(slowest);
    }
  }

  /// Dispatches that came and were not taken in.
  ///
  /// @param sent true of dispatches of this node
  /// @param code why, as the receipt says it
  record Refusals(boolean sent, String code, int count) {}

  /// How one thing owed stands.
  enum Standing implements Coded {
    /// It came in time.
    ON_TIME("on-time"),
    /// It came late.
    LATE("late"),
    /// It has not come, and the clock stands.
    PAUSED("paused"),
    /// It has not come, and there is time.
    RUNNING("running"),
    /// It has not come, and the time is over.
    OVERDUE("overdue"),
    /// The holder contests what was demanded.
    CONTESTED("contested"),
    /// It is not owed any more and was not given.
    ENDED("ended");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
