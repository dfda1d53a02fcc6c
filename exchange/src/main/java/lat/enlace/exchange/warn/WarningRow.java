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
    return begun(id, partner, List.of(by), State.QUEUED, at, threat)
        .with(State.QUEUED, List.of(), List.of(), List.of(), withheld);
  }

  static WarningRow received(
      DispatchId id, NodeId partner, Instant at, WarningBody.Warning threat) {
    return begun(id, partner, List.of(), State.WAITING, at, threat);
  }

  private static WarningRow begun(
      DispatchId id,
      NodeId partner,
      List<OfficerId> by,
      State state,
      Instant at,
      WarningBody.Warning threat) {
    return new WarningRow(
        id, partner, by, state, at, threat, List.of(), List.of(), List.of(), false);
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
    List<WarningBody.Action.Act> all = Stream.concat(acts.stream(), Stream.of(act)).toList();
    return with(next, all, ownReview, partnersReview, withheld);
  }

  WarningRow reviewed(WarningBody.Review.Finding finding) {
    return with(state, acts, List.of(finding), partnersReview, withheld);
  }

  WarningRow reviewedThere(WarningBody.Review.Finding finding) {
    return with(state, acts, ownReview, List.of(finding), withheld);
  }

  WarningRow released() {
    return with(state, acts, ownReview, partnersReview, false);
  }

  private WarningRow with(
      State next,
      List<WarningBody.Action.Act> done,
      List<WarningBody.Review.Finding> own,
      List<WarningBody.Review.Finding> theirs,
      boolean stays) {
    return new WarningRow(id, partner, by, next, at, threat, done, own, theirs, stays);
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
