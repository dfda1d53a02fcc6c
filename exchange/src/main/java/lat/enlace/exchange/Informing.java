// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.InformationUse;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.entity.Entity;

/// Information that nobody asked for, with feedback (docs/spec/requests.md, "Spontaneous
/// information").
public interface Informing {
  /// The second look: what this node decides, and who will see it under which restrictions.
  SecondLook look(Officer by, InformForm form) throws ExchangeException;

  /// Sends it, to one partner.
  Information send(Officer by, InformForm form) throws ExchangeException;

  /// Says what came of information received; once.
  Information feedback(Officer by, DispatchId information, InformationUse use, String text)
      throws ExchangeException;

  /// Information sent by this officer's agency and information received, newest first.
  List<Information> all(Officer by);

  /// Opens information received: its reason and where its data are read as an item. The reading is
  /// on the ledger and reported.
  String open(Officer by, DispatchId information) throws ExchangeException;

  /// What an officer would have a partner know.
  ///
  /// @param handling the least restrictions it goes under
  @PersonalData
  record InformForm(
      NodeId partner,
      String caseReference,
      String legalBasis,
      OffenceCode offence,
      Purpose purpose,
      Set<TransnationalElement> elements,
      Entity entity,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      Handling handling,
      String reason) {
    /// Copies.
    public InformForm {
      elements = Set.copyOf(elements);
      grounds = Set.copyOf(grounds);
    }

    @Override
    public String toString() {
      return "InformForm[]";
    }
  }

  /// Who will see it.
  ///
  /// @param agencies the sorts of agency over there that the agreement opens it to
  /// @param handling the restrictions that travel with it
  /// @param kept for how long each category may be kept over there
  record SecondLook(
      NodeId partner,
      Decision decision,
      Set<AgencyKind> agencies,
      Handling handling,
      List<Obligation.Keep> kept) {
    /// Copies.
    public SecondLook {
      agencies = Set.copyOf(agencies);
      kept = List.copyOf(kept);
    }
  }

  /// Information sent or received.
  ///
  /// @param item the data, as an item
  /// @param use what came of it: none or one
  record Information(
      DispatchId id,
      NodeId partner,
      boolean sent,
      State state,
      Instant at,
      CaseReference caseReference,
      ItemId item,
      List<InformationUse> use) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// This node's own decision refused it.
      REFUSED_HERE("refused-here"),
      /// On its way; whether it was read is known by the readings reported.
      QUEUED("queued"),
      /// Received; nobody said yet what came of it.
      RECEIVED("received"),
      /// It was of use.
      USEFUL("useful"),
      /// It was not.
      NOT_USEFUL("not-useful");

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
    public Information {
      use = List.copyOf(use);
    }
  }
}
