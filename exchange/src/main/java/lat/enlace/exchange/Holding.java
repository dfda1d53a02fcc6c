// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.matching.Comparison;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;

/// What the duty officer of the holding state can do: both records side by side, release or refuse
/// on a clock.
public interface Holding {
  /// Follow-ups that wait for a decision and those decided, the most urgent first.
  List<HeldFollowUp> desk(Officer by);

  /// Questions that a person must let through before they are matched: beyond a quota, or because
  /// the instrument names an authority. An authority sees those that wait for a role it holds, a
  /// duty officer all. Nothing here says whether they would hit.
  List<HeldQuestion> questions(Officer by);

  /// Shows a held question to whom it waits for, while it waits. Opening it is a reading on the
  /// ledger; once it is decided, what was received is opened as any dispatch is, for a case and a
  /// reason.
  OpenQuestion open(Officer by, DispatchId question) throws ExchangeException;

  /// The authority lets a held question be matched and answered.
  ///
  /// @param signature over {@link OpenQuestion#text}, by the authority's personal key
  HeldQuestion admit(Officer by, DispatchId question, Bytes signature) throws ExchangeException;

  /// Turns a held question away; the asker gets the code.
  HeldQuestion turnAway(Officer by, DispatchId question, RefusalCode code) throws ExchangeException;

  /// Both records side by side, while the follow-up waits. Opening it is a reading on the ledger.
  SideBySide compare(Officer by, DispatchId followUp) throws ExchangeException;

  /// Releases the core data of the candidate that the instrument opens. Who releases has compared
  /// both records, the one held as it stands now.
  ///
  /// @param handling at least the instrument's default; narrower is allowed
  HeldFollowUp release(Officer by, DispatchId followUp, Handling handling) throws ExchangeException;

  /// Refuses with a code and an explanation for the other side.
  HeldFollowUp refuse(Officer by, DispatchId followUp, RefusalCode code, String explanation)
      throws ExchangeException;

  /// A held question as opened.
  ///
  /// @param text the exact bytes that were received, which an authority signs to let it through
  @PersonalData
  record OpenQuestion(HeldQuestion held, Dispatch question, Bytes text) {
    @Override
    public String toString() {
      return "OpenQuestion[" + held.id() + "]";
    }
  }

  /// A question from a partner that waited, or waits, for a person; nothing of whom it asks about.
  ///
  /// @param reasons codes of what held it
  record HeldQuestion(
      DispatchId id,
      NodeId from,
      HeldQuestion.State state,
      Instant received,
      Instant due,
      List<String> reasons) {
    /// Where it stands.
    public enum State implements Coded {
      /// Waits for an officer.
      WAITING("waiting"),
      /// Matched and answered.
      ADMITTED("admitted"),
      /// Turned away.
      TURNED_AWAY("turned-away");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies the reasons.
    public HeldQuestion {
      reasons = List.copyOf(reasons);
    }

    /// True if it still waits and its clock has run out.
    public boolean overdue(Instant now) {
      return state == HeldQuestion.State.WAITING && !due.isAfter(now);
    }
  }

  /// A follow-up from a partner.
  record HeldFollowUp(
      DispatchId id,
      DispatchId question,
      NodeId from,
      HeldFollowUp.State state,
      Instant received,
      Instant due) {
    /// Where it stands.
    public enum State implements Coded {
      /// Waits for an officer.
      WAITING("waiting"),
      /// Core data were released.
      RELEASED("released"),
      /// Refused.
      REFUSED("refused");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// True if it still waits and its clock has run out.
    public boolean overdue(Instant now) {
      return state == HeldFollowUp.State.WAITING && !due.isAfter(now);
    }
  }

  /// What the holding officer judges by. The asker never sees this.
  @PersonalData
  record SideBySide(
      HeldFollowUp followUp,
      Dispatch question,
      Dispatch followUpDispatch,
      Entity candidate,
      Comparison comparison) {
    @Override
    public String toString() {
      return "SideBySide[" + followUp.id() + "]";
    }
  }
}
