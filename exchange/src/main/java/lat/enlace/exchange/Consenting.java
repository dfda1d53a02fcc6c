// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Purpose;

/// Whether what a partner gave may be handed on or used in a court: its originator is asked, and
/// silence means no (docs/spec/consents.md).
public interface Consenting {
  /// Asks the originator of an item that this officer's agency holds.
  ///
  /// @throws ExchangeException with code NOT_FOUND if it is not held, INVALID_FORM, WRONG_STATE if
  ///   the same was asked and waits or stands, REFUSED if this node's decision closes it
  Consent ask(Officer by, ConsentForm form) throws ExchangeException;

  /// Consents asked by this officer's agency and by holders, newest first.
  List<Consent> consents(Officer by);

  /// Opens what a holder asks: his reason. The reading is on the ledger and reported.
  String open(Officer by, DispatchId request) throws ExchangeException;

  /// The first of two officers of the originator says what he would answer.
  Consent propose(Officer by, DispatchId request, Saying saying) throws ExchangeException;

  /// The second, of another unit, agrees: the answer is sent.
  ///
  /// @throws ExchangeException with code APPROVAL_REFUSED for the same officer or unit, REFUSED if
  ///   this node's decision closes it now
  Consent confirm(Officer second, DispatchId request) throws ExchangeException;

  /// Or he does not: it waits again.
  Consent sendBack(Officer second, DispatchId request, String reason) throws ExchangeException;

  /// Takes back what was granted; one officer, at every standing.
  Consent takeBack(Officer by, DispatchId request, String reason) throws ExchangeException;

  /// True if the item is held and may be used so at {@code on}: its handling asks for no consent to
  /// such a use, or a consent to exactly this one stands.
  ///
  /// @param to the state or agency, or the proceeding
  boolean mayUse(ItemId item, ItemUse use, String to, Instant on);

  /// What is asked.
  ///
  /// @param until the end that is asked for
  @PersonalData
  record ConsentForm(
      ItemId item, ItemUse use, String to, Purpose purpose, Instant until, String reason) {
    @Override
    public String toString() {
      return "ConsentForm[" + item + "]";
    }
  }

  /// What the originator would say.
  ///
  /// @param until of a yes: one; of a no: none
  /// @param refusal of a no: one; of a yes: none
  record Saying(List<Instant> until, List<ConsentCondition> conditions, List<LegalReason> refusal) {
    /// Copies.
    public Saying {
      until = List.copyOf(until);
      conditions = List.copyOf(conditions);
      refusal = List.copyOf(refusal);
    }
  }

  /// A consent, asked for here or of this node.
  ///
  /// @param sent true where this node holds the item and asks
  /// @param answerBy when silence becomes a no
  /// @param until the end asked for, or granted once it was
  /// @param refusal why not: none or one
  @PersonalData
  record Consent(
      DispatchId id,
      NodeId partner,
      boolean sent,
      State state,
      ItemId item,
      ItemUse use,
      String to,
      Purpose purpose,
      Instant asked,
      Instant answerBy,
      Instant until,
      List<ConsentCondition> conditions,
      List<LegalReason> refusal) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// Asked; the originator said nothing yet.
      QUEUED("queued"),
      /// The originator's node refused to take it.
      REFUSED_THERE("refused-there"),
      /// A holder asks; nobody here looked yet.
      WAITING("waiting"),
      /// One officer here said what he would answer.
      PROPOSED("proposed"),
      /// Yes, until its end.
      GRANTED("granted"),
      /// No.
      REFUSED("refused"),
      /// Nobody answered in time, or it came too late: no.
      LAPSED("lapsed"),
      /// Was yes; the originator took it back.
      TAKEN_BACK("taken-back"),
      /// Was asked or granted; its end came, or the item was recalled.
      ENDED("ended");

      private final String code;

      State(String code) {
        this.code = code;
      }

      /// True while the originator may still answer.
      public boolean isOpen() {
        return this == QUEUED || this == WAITING || this == PROPOSED;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies.
    public Consent {
      conditions = List.copyOf(conditions);
      refusal = List.copyOf(refusal);
    }

    @Override
    public String toString() {
      return "Consent[" + id + " " + state.code() + "]";
    }
  }
}
