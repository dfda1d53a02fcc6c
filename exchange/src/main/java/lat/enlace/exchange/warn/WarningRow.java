// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.warn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.exchange.Warnings.Warning;
import lat.enlace.exchange.Warnings.Warning.State;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WarningBody;

/// A warning sent or received.
///
/// @param by who sent it, for one sent: none or one
/// @param at when it was sent or received
@PersonalData
record WarningRow(
    DispatchId id,
    NodeId partner,
    List<OfficerId> by,
    State state,
    Instant at,
    WarningBody.Warning threat,
    List<WarningBody.Action.Act> acts,
    List<WarningBody.Review.Finding> ownReview,
    List<WarningBody.Review.Finding> partnersReview,
    boolean withheld) {
  /// Somebody must have it in hand within an hour.
  private static final Duration CLOCK = Duration.ofHours(1);

  /// Both rights officers review it within a day (row M23).
  private static final Duration REVIEW = Duration.ofHours(24);

  WarningRow {
    by = List.copyOf(by);
    acts = List.copyOf(acts);
    ownReview = List.copyOf(ownReview);
    partnersReview = List.copyOf(partnersReview);
  }

  static WarningRow sent(
      DispatchId id,
      NodeId partner,
      OfficerId by,
      Instant at,
      WarningBody.Warning threat,
      boolean withheld) {
    return new WarningRow(
        id,
        partner,
        List.of(by),
        State.QUEUED,
        at,
        threat,
        List.of(),
        List.of(),
        List.of(),
        withheld);
  }

  static WarningRow received(
      DispatchId id, NodeId partner, Instant at, WarningBody.Warning threat) {
    return new WarningRow(
        id, partner, List.of(), State.WAITING, at, threat, List.of(), List.of(), List.of(), false);
  }

  boolean sent() {
    return !by.isEmpty();
  }

  boolean waits() {
    return state == State.QUEUED || state == State.WAITING;
  }

  /// True if the protecting service may say that it did this now.
  boolean takes(WarningBody.Action.Act act) {
    return switch (act) {
      case TAKEN_UP -> waits();
      case PERSON_WARNED, PROTECTED, PASSED_ON, NOT_FOUND -> state != State.DONE;
    };
  }

  WarningRow acted(WarningBody.Action.Act act) {
    State next = act == WarningBody.Action.Act.TAKEN_UP ? State.TAKEN_UP : State.DONE;
    return new WarningRow(
        id,
        partner,
        by,
        next,
        at,
        threat,
        Stream.concat(acts.stream(), Stream.of(act)).toList(),
        ownReview,
        partnersReview,
        withheld);
  }

  WarningRow reviewed(WarningBody.Review.Finding finding) {
    return new WarningRow(
        id, partner, by, state, at, threat, acts, List.of(finding), partnersReview, withheld);
  }

  WarningRow reviewedThere(WarningBody.Review.Finding finding) {
    return new WarningRow(
        id, partner, by, state, at, threat, acts, ownReview, List.of(finding), withheld);
  }

  WarningRow released() {
    return new WarningRow(
        id, partner, by, state, at, threat, acts, ownReview, partnersReview, false);
  }

  Instant due() {
    return at.plus(CLOCK);
  }

  Instant reviewDue() {
    return at.plus(REVIEW);
  }

  /// @param toRightsOfficer who alone is told that it is withheld
  Warning view(boolean toRightsOfficer) {
    return new Warning(
        id,
        partner,
        sent(),
        state,
        at,
        due(),
        reviewDue(),
        acts,
        ownReview,
        partnersReview,
        withheld && toRightsOfficer);
  }

  @Override
  public String toString() {
    return "WarningRow[" + id + "]";
  }
}
