// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.matching.Candidate;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.LegalReason;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.AlertBody.Hit.Hindrance;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;

/// Alerts of partners that this state holds (docs/spec/alerts.md): nothing is done on one before an
/// officer has taken a stance.
public interface Heeding {
  /// Alerts received that last, those without a stance first. The list names nobody.
  List<HeldAlert> held(Officer by);

  /// Opens one. The reading is on the ledger.
  OpenAlert open(Officer by, DispatchId alert) throws ExchangeException;

  /// Accepts, flags or refuses it; may be said again when it changes.
  HeldAlert stance(
      Officer by, DispatchId alert, Stand stand, List<AlertFlag> flag, List<LegalReason> reason)
      throws ExchangeException;

  /// Searches the alerts on which a stance was taken. The search, and whatever it shows, are on the
  /// ledger.
  List<Shown> search(Officer by, Entity probe, CaseReference caseReference, String reason)
      throws ExchangeException;

  /// Notes that the subject was found; nothing is told until {@link #report}.
  HeldAlert found(Officer by, DispatchId alert, FoundForm form) throws ExchangeException;

  /// A second officer compares and tells the issuer.
  HeldAlert report(Officer by, DispatchId alert, DispatchId hit) throws ExchangeException;

  /// Or he does not.
  HeldAlert dismiss(Officer by, DispatchId alert, DispatchId hit, String reason)
      throws ExchangeException;

  /// An alert received.
  ///
  /// @param asks what it asks in the issuer's words of the list; none once it has ended
  /// @param withheld it is about somebody on the sealed list: the rights officer alone sees it
  record HeldAlert(
      DispatchId id,
      NodeId from,
      HeldAlert.State state,
      Instant received,
      Instant until,
      List<AlertAction> asks,
      List<AlertFlag> flag,
      List<LegalReason> reason,
      List<Found> hits,
      boolean withheld) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// No officer has taken a stance: nothing is done on it.
      RECEIVED("received"),
      /// Officers act on it.
      ACCEPTED("accepted"),
      /// They see it with a flag.
      FLAGGED("flagged"),
      /// They do nothing on it.
      REFUSED("refused"),
      /// The issuer says that it was done; erased here.
      EXECUTED("executed"),
      /// The issuer took it back; erased here.
      WITHDRAWN("withdrawn"),
      /// Its time ran out; erased here.
      EXPIRED("expired");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True while it is held.
      public boolean lasts() {
        return switch (this) {
          case RECEIVED, ACCEPTED, FLAGGED, REFUSED -> true;
          case EXECUTED, WITHDRAWN, EXPIRED -> false;
        };
      }
    }

    /// Copies.
    public HeldAlert {
      asks = List.copyOf(asks);
      flag = List.copyOf(flag);
      reason = List.copyOf(reason);
      hits = List.copyOf(hits);
    }
  }

  /// What officers found, and whether it was told.
  ///
  /// @param id its name at this node
  record Found(DispatchId id, OfficerId by, FoundForm form, Found.State state) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// Waits for the second officer.
      NOTED("noted"),
      /// The issuer is told.
      REPORTED("reported"),
      /// He is not.
      DISMISSED("dismissed");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }
  }

  /// What was found.
  ///
  /// @param at cut to the hour before it leaves
  @PersonalData
  record FoundForm(Outcome outcome, Instant at, String place, List<Hindrance> hindrance) {
    /// Copies.
    public FoundForm {
      hindrance = List.copyOf(hindrance);
    }

    @Override
    public String toString() {
      return "FoundForm[]";
    }
  }

  /// An alert opened.
  ///
  /// @param subject as it reads now
  @PersonalData
  record OpenAlert(HeldAlert held, Dispatch alert, Entity subject) {
    @Override
    public String toString() {
      return "OpenAlert[" + held.id() + "]";
    }
  }

  /// An alert that a search found.
  ///
  /// @param asksNow what is asked of whoever finds the subject here and now: none if it is flagged
  ///   or refused, or if agreement or gate do not open it any more
  /// @param asOf when something of alerts last came from its issuer
  @PersonalData
  record Shown(OpenAlert alert, Candidate candidate, List<AlertAction> asksNow, Instant asOf) {
    /// Copies.
    public Shown {
      asksNow = List.copyOf(asksNow);
    }

    @Override
    public String toString() {
      return "Shown[" + alert.held().id() + "]";
    }
  }
}
