// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WarningBody;

/// The duty to warn (row M23, docs/spec/warnings.md): a threat to a life reaches the service that
/// protects it, whatever is suspended; nothing of its source or reason travels.
public interface Warnings {
  /// Warns a partner; one officer of any service may, alone.
  ///
  /// @throws ExchangeException with code NO_INSTRUMENT if the partner is unknown
  Warning warn(Officer by, NodeId partner, WarningBody.Warning threat) throws ExchangeException;

  /// Warnings sent and received, newest first, and of none whom it names: to duty and rights
  /// officers all, to everybody else those he sent.
  List<Warning> warnings(Officer by);

  /// Shows whom a warning names. Opening one received is a reading, reported to who sent it.
  OpenWarning open(Officer by, DispatchId warning) throws ExchangeException;

  /// Says what was done on a partner's warning: taken up once, then done.
  Warning act(Officer by, DispatchId warning, WarningBody.Action.Act act) throws ExchangeException;

  /// What the rights officer finds of a warning sent or received; said once, and to the partner.
  Warning review(Officer by, DispatchId warning, WarningBody.Review.Finding finding)
      throws ExchangeException;

  /// Sends a warning that was withheld because this node's sealed list names the person; the rights
  /// officer alone decides that to tell is less dangerous than not to.
  Warning release(Officer by, DispatchId warning) throws ExchangeException;

  /// A warning as opened.
  @PersonalData
  record OpenWarning(Warning warning, WarningBody.Warning threat) {
    @Override
    public String toString() {
      return "OpenWarning[" + warning.id() + "]";
    }
  }

  /// A warning.
  ///
  /// @param due by when somebody has it in hand
  /// @param reviewDue by when the rights officer here has reviewed it
  /// @param acts of the protecting service so far
  /// @param ownReview of this side: none or one
  /// @param partnersReview of the other: none or one
  /// @param withheld true if it waits for the rights officer here, who alone is told so
  record Warning(
      DispatchId id,
      NodeId partner,
      boolean sent,
      State state,
      Instant created,
      Instant due,
      Instant reviewDue,
      List<WarningBody.Action.Act> acts,
      List<WarningBody.Review.Finding> ownReview,
      List<WarningBody.Review.Finding> partnersReview,
      boolean withheld) {
    /// Where it stands.
    public enum State implements Coded {
      /// Sent; nobody there has said that he has it in hand.
      QUEUED("queued"),
      /// A partner's, which waits here.
      WAITING("waiting"),
      /// Somebody of the protecting service has it in hand.
      TAKEN_UP("taken-up"),
      /// Acted on.
      DONE("done");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies the lists.
    public Warning {
      acts = List.copyOf(acts);
      ownReview = List.copyOf(ownReview);
      partnersReview = List.copyOf(partnersReview);
    }

    /// True if nobody has it in hand and its clock has run out.
    public boolean overdue(Instant now) {
      return (state == State.QUEUED || state == State.WAITING) && !due.isAfter(now);
    }

    @Override
    public String toString() {
      return "Warning[" + id + "]";
    }
  }
}
