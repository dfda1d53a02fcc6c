// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.LegalReason;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.entity.Entity;

/// Alerts that this state issues (docs/spec/alerts.md). What officers of the issuing agency do
/// needs no second officer unless it issues an alert or keeps it longer.
public interface Alerting {
  /// What this node decides for each partner, and who will see it there under which restrictions;
  /// nothing is recorded.
  List<Look> look(Officer by, AlertForm form) throws ExchangeException;

  /// Drafts an alert; nothing is sent.
  Alert draft(Officer by, AlertForm form) throws ExchangeException;

  /// The second officer, of another unit, issues it.
  ///
  /// @throws ExchangeException with code APPROVAL_REFUSED for the one who drafted it and his unit
  Alert issue(Officer second, DispatchId alert) throws ExchangeException;

  /// The second officer does not.
  Alert decline(Officer second, DispatchId alert, String reason) throws ExchangeException;

  /// Reviews an alert that has been issued: it stays for another term from now. An officer of
  /// another unit than the one that drafted it.
  Alert extend(Officer second, DispatchId alert, String reason) throws ExchangeException;

  /// Describes the subject anew.
  Alert correct(Officer by, DispatchId alert, Entity subject, String reason)
      throws ExchangeException;

  /// Asks for less.
  Alert narrow(Officer by, DispatchId alert, AlertAction action, String reason)
      throws ExchangeException;

  /// It was done: nobody need look any more.
  Alert executed(Officer by, DispatchId alert, String reason) throws ExchangeException;

  /// Takes it back.
  Alert withdraw(Officer by, DispatchId alert, String reason) throws ExchangeException;

  /// What hits say, in full. The reading is on the ledger and reported.
  List<AlertBody.Hit> hits(Officer by, DispatchId alert) throws ExchangeException;

  /// The alerts of the officer's agency, and drafts that he may issue, newest first.
  List<Alert> alerts(Officer by);

  /// One of them.
  Alert alert(Officer by, DispatchId alert) throws ExchangeException;

  /// What an officer would have found.
  ///
  /// @param handling the least restrictions it goes under
  @PersonalData
  record AlertForm(
      Set<NodeId> partners,
      String caseReference,
      String legalBasis,
      OffenceCode offence,
      Purpose purpose,
      Set<TransnationalElement> elements,
      Entity subject,
      AlertAction action,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      Set<AlertMarker> markers,
      Handling handling,
      String reason) {
    /// Most partners of one alert.
    public static final int MAX_PARTNERS = 16;

    /// Copies.
    public AlertForm {
      partners = Set.copyOf(partners);
      elements = Set.copyOf(elements);
      grounds = Set.copyOf(grounds);
      markers = Set.copyOf(markers);
    }

    /// The same about another subject, or asking something else.
    public AlertForm with(Entity changed, AlertAction asked) {
      return new AlertForm(
          partners,
          caseReference,
          legalBasis,
          offence,
          purpose,
          elements,
          changed,
          asked,
          category,
          stage,
          grounds,
          markers,
          handling,
          reason);
    }

    @Override
    public String toString() {
      return "AlertForm[]";
    }
  }

  /// Who will see it at one partner.
  ///
  /// @param agencies the sorts of agency over there that the agreement opens it to
  /// @param until when it must have been reviewed: none if it does not go
  record Look(
      NodeId partner,
      Decision decision,
      Set<AgencyKind> agencies,
      Handling handling,
      List<Instant> until) {
    /// Copies.
    public Look {
      agencies = Set.copyOf(agencies);
      until = List.copyOf(until);
    }
  }

  /// An alert of this state.
  ///
  /// @param second who issued or declined it: none or one
  /// @param reviewDue it ends within a month unless it is extended
  @PersonalData
  record Alert(
      DispatchId id,
      Alert.State state,
      Instant at,
      OfficerId draftedBy,
      List<OfficerId> second,
      AlertForm form,
      List<Delivery> deliveries,
      boolean reviewDue) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// Waits for the second officer.
      DRAFT("draft"),
      /// He declined, or said nothing for a week.
      DECLINED("declined"),
      /// This node's own decision refused it for every partner.
      REFUSED_HERE("refused-here"),
      /// Issued to at least one partner.
      ISSUED("issued"),
      /// It was done.
      EXECUTED("executed"),
      /// Taken back.
      WITHDRAWN("withdrawn"),
      /// Nobody reviewed it in time, or no partner holds it any more.
      EXPIRED("expired");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies.
    public Alert {
      second = List.copyOf(second);
      deliveries = List.copyOf(deliveries);
    }

    @Override
    public String toString() {
      return "Alert[" + id + " " + state.code() + "]";
    }
  }

  /// An alert at one partner.
  ///
  /// @param id of the dispatch
  /// @param until when it ends there unless it is extended: none if it never went
  /// @param flag one if the partner flags it
  /// @param reason one if he flags or refuses it
  /// @param error why it was refused on arrival: none or one
  /// @param changes what was sent since
  record Delivery(
      DispatchId id,
      NodeId partner,
      Delivery.State state,
      Decision decision,
      List<Instant> until,
      List<AlertFlag> flag,
      List<LegalReason> reason,
      List<String> error,
      List<Told> hits,
      List<Changed> changes) {
    /// Where it stands there. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// This node's own decision refused it.
      REFUSED_HERE("refused-here"),
      /// On its way, or no officer there has said anything yet.
      QUEUED("queued"),
      /// The partner's node refused it on arrival.
      REFUSED_THERE("refused-there"),
      /// Officers there act on it.
      ACCEPTED("accepted"),
      /// They see it with a flag.
      FLAGGED("flagged"),
      /// They do nothing on it.
      REFUSED("refused"),
      /// It has ended, and the partner has not stated yet that it is erased.
      ENDED("ended"),
      /// He stated that it is erased.
      ERASED("erased"),
      /// Its time ran out.
      EXPIRED("expired");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True while the partner holds it, or will.
      public boolean lasts() {
        return switch (this) {
          case QUEUED, ACCEPTED, FLAGGED, REFUSED -> true;
          case REFUSED_HERE, REFUSED_THERE, ENDED, ERASED, EXPIRED -> false;
        };
      }
    }

    /// Copies.
    public Delivery {
      until = List.copyOf(until);
      flag = List.copyOf(flag);
      reason = List.copyOf(reason);
      error = List.copyOf(error);
      hits = List.copyOf(hits);
      changes = List.copyOf(changes);
    }
  }

  /// A hit that a partner told.
  record Told(DispatchId id, AlertBody.Hit.Outcome outcome, Instant at) {}

  /// A change sent.
  ///
  /// @param until the new day of review if it extends, else none
  /// @param stated the partner stated that he made it
  record Changed(DispatchId id, AlertBody.Change.What what, List<Instant> until, boolean stated) {
    /// Copies.
    public Changed {
      until = List.copyOf(until);
    }
  }
}
