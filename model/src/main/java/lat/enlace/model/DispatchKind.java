// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What a dispatch between nodes can be. Closed: the table of docs/spec/kinds.md, row for row. An
/// unknown kind is refused, never guessed at.
public enum DispatchKind implements Coded {
  /// Do you know this person or object? Answered hit or no-hit.
  QUESTION("question", ConfidenceLevel.HIT_NO_HIT, Lane.PERSON),
  /// Hit with a profile, no-hit, or a coded refusal.
  ANSWER("answer", ConfidenceLevel.HIT_NO_HIT, Lane.PERSON),
  /// The asking officer holds a candidate for the subject and asks for the data.
  FOLLOW_UP("follow-up", ConfidenceLevel.HIT_NO_HIT, Lane.PERSON),
  /// The holding officer releases core data.
  DISCLOSURE("disclosure", ConfidenceLevel.HIT_NO_HIT, Lane.PERSON),
  /// The holding officer refuses, with a code.
  REFUSAL("refusal", ConfidenceLevel.HIT_NO_HIT, Lane.PERSON),
  /// A structured request for information.
  REQUEST("request", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// Where a request stands: accepted, asked back, before a judge, resumed, passed on.
  REQUEST_PROGRESS("request-progress", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// The asker answers what he was asked back.
  CLARIFICATION("clarification", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// What is given on a request, and what is refused.
  REPLY("reply", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// The asker wants it no more.
  REQUEST_WITHDRAWAL("request-withdrawal", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// Information that nobody asked for.
  SPONTANEOUS("spontaneous", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// What came of it.
  FEEDBACK("feedback", ConfidenceLevel.INFORMATION, Lane.PERSON),
  /// Whoever finds this person or object, do that.
  ALERT("alert", ConfidenceLevel.ALERTS, Lane.PERSON),
  /// Where a state stands towards an alert: accepted, flagged, refused.
  ALERT_STANCE("alert-stance", ConfidenceLevel.ALERTS, Lane.PERSON),
  /// The subject was found: what was asked was done, or could not be.
  ALERT_HIT("alert-hit", ConfidenceLevel.ALERTS, Lane.PERSON),
  /// An alert is extended, corrected, narrowed, executed or withdrawn.
  ALERT_CHANGE("alert-change", ConfidenceLevel.ALERTS, Lane.PERSON),
  /// What the receiver did on the change.
  ALERT_STATEMENT("alert-statement", ConfidenceLevel.ALERTS, Lane.PERSON),
  /// Someone read what you sent: unit, role, case, reason, time.
  READING("reading", ConfidenceLevel.FLOOR, Lane.GOVERNANCE),
  /// Correct, narrow, withdraw or erase an item sent before.
  RECALL("recall", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// What the holder did on a recall, or why it contests it.
  RECALL_OUTCOME("recall-outcome", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// May this item be handed on, or used in a court?
  CONSENT_REQUEST("consent-request", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// What its originator says: yes until a time, no, or no longer.
  CONSENT("consent", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// Is this missing person held, where, in what condition, when last seen?
  WHEREABOUTS("whereabouts", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// The answer to a whereabouts inquiry.
  WHEREABOUTS_REPLY("whereabouts-reply", ConfidenceLevel.FLOOR, Lane.HUMANITARIAN),
  /// A life is under threat: to the service that protects it.
  WARNING("warning", ConfidenceLevel.FLOOR, Lane.LIFE),
  /// What was done on a warning.
  WARNING_ACTION("warning-action", ConfidenceLevel.FLOOR, Lane.LIFE),
  /// What the rights officer of one side found of a warning.
  WARNING_REVIEW("warning-review", ConfidenceLevel.FLOOR, Lane.LIFE),
  /// An instrument was suspended, resumed, lowered or raised by the sender.
  STANDING("standing", ConfidenceLevel.FLOOR, Lane.GOVERNANCE),
  /// The sender's operational keys were replaced.
  NODE_RECORD("node-record", ConfidenceLevel.FLOOR, Lane.GOVERNANCE);

  /// Which rules apply to a kind.
  public enum Lane {
    /// About a suspect, convict or an object of a case: gates, instrument and level decide.
    PERSON,
    /// The humanitarian floor: stays open under suspension and at every level.
    HUMANITARIAN,
    /// A life under threat: as the floor, and without a word of where it is known from.
    LIFE,
    /// About the channel itself: no case data, stays open so that trust can be mended.
    GOVERNANCE
  }

  private final String code;
  private final ConfidenceLevel level;
  private final Lane lane;

  DispatchKind(String code, ConfidenceLevel level, Lane lane) {
    this.code = code;
    this.level = level;
    this.lane = lane;
  }

  @Override
  public String code() {
    return code;
  }

  /// The lowest level at which this kind may be exchanged.
  public ConfidenceLevel level() {
    return level;
  }

  /// Which rules apply.
  public Lane lane() {
    return lane;
  }

  /// True if no suspension closes this kind.
  public boolean staysOpen() {
    return lane != Lane.PERSON;
  }
}
