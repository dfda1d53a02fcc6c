// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.InstrumentRef;

/// A question to one partner, as the asking node knows it.
///
/// @param due when the answer or the release is owed; the creation time while nothing is owed
/// @param form what the officer filled in
/// @param instrument under which it was decided: none or one
/// @param decision what this node decided, with clauses or reasons
/// @param answer what the partner answered: none or one
/// @param item what the partner disclosed: none or one
/// @param refusal of the follow-up: none or one
@PersonalData
public record AskedQuestion(
    DispatchId id,
    NodeId partner,
    State state,
    Instant created,
    Instant due,
    OfficerId askedBy,
    AskForm form,
    List<InstrumentRef> instrument,
    Decision decision,
    List<HitBody.Outcome> answer,
    List<ItemId> item,
    List<Withheld> refusal) {
  /// Where the question stands. Transitions: docs/spec/kinds.md.
  public enum State implements Coded {
    /// This node's own decision refused it, and nothing left the node; or refused what came back.
    REFUSED_HERE("refused-here"),
    /// Waits for the named authority's signature.
    AWAITING_AUTHORITY("awaiting-authority"),
    /// The authority declined.
    DECLINED("declined"),
    /// Committed to the ledger, waits for the link.
    QUEUED("queued"),
    /// The partner holds it: its receipt is verified.
    DELIVERED("delivered"),
    /// No hit.
    NO_HIT("no-hit"),
    /// Hit: the officer judges the profile.
    HIT("hit"),
    /// The partner's decision refused it.
    REFUSED_THERE("refused-there"),
    /// The officer confirmed a candidate; the holder's officer decides.
    FOLLOWED_UP("followed-up"),
    /// Core data arrived.
    DISCLOSED("disclosed"),
    /// The holder's officer refused.
    WITHHELD("withheld"),
    /// The officer judged that no candidate is the subject.
    NOT_THE_SUBJECT("not-the-subject");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// How the partner refused the follow-up.
  ///
  /// @param error code with which its node turned it away; empty where an officer refused
  /// @param explained by what dispatch the officer explains it: none, or one that {@link
  ///   Asking#readRefusal} opens
  public record Withheld(RefusalCode code, String error, List<DispatchId> explained) {
    /// Copies the list.
    public Withheld {
      explained = List.copyOf(explained);
    }
  }

  /// Copies the lists.
  public AskedQuestion {
    instrument = List.copyOf(instrument);
    answer = List.copyOf(answer);
    item = List.copyOf(item);
    refusal = List.copyOf(refusal);
  }

  /// True if the partner owes something by {@link #due}.
  public boolean owed() {
    return switch (state) {
      case QUEUED, DELIVERED, FOLLOWED_UP -> due.isAfter(created);
      case REFUSED_HERE,
          AWAITING_AUTHORITY,
          DECLINED,
          NO_HIT,
          HIT,
          REFUSED_THERE,
          DISCLOSED,
          WITHHELD,
          NOT_THE_SUBJECT ->
          false;
    };
  }

  /// True if the partner still owes it and its clock has run out.
  public boolean overdue(Instant now) {
    return owed() && !due.isAfter(now);
  }

  @Override
  public String toString() {
    return "AskedQuestion[" + id + " " + state.code() + "]";
  }
}
