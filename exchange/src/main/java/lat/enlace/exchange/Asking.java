// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;

/// What an officer who asks can do.
public interface Asking {
  /// What this node would decide for each partner, without recording or sending anything.
  List<Ruling> preview(Officer by, AskForm form) throws ExchangeException;

  /// Decides, records and queues the question, one dispatch per partner. A refusal is an ordinary
  /// result in state REFUSED_HERE and is on the ledger.
  List<AskedQuestion> ask(Officer by, AskForm form) throws ExchangeException;

  /// The exact bytes the named authority signs.
  Bytes textToAuthorise(Officer authority, DispatchId question) throws ExchangeException;

  /// The authority approves with a signature over {@link #textToAuthorise}; the question is queued.
  AskedQuestion authorise(Officer authority, DispatchId question, Bytes signature)
      throws ExchangeException;

  /// The authority declines.
  AskedQuestion decline(Officer authority, DispatchId question, String reason)
      throws ExchangeException;

  /// The officer judged a candidate to be the subject and asks for the data.
  AskedQuestion followUp(
      Officer by, DispatchId question, CandidateProfile.Handle candidate, String justification)
      throws ExchangeException;

  /// The officer judged that no candidate is the subject.
  AskedQuestion dismiss(Officer by, DispatchId question, String reason) throws ExchangeException;

  /// Reads a disclosed item for a case and a reason; the reading is on the ledger and reported to
  /// the originator before the data are returned (invariant I5).
  ReadItem read(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException;

  /// Items whose day of erasure is near and that may be renewed, the nearest first.
  List<DueItem> due(Officer by);

  /// Keeps what of an item is due for as long again, with a reason that is entered and reported to
  /// the originator as a reading is.
  ///
  /// @return what was renewed, with its new days
  /// @throws ExchangeException with code WRONG_STATE if nothing of it may be renewed now
  List<Expiry> renew(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException;

  /// Reads why a partner's officer refused a follow-up, in his words; the reading is on the ledger
  /// and reported to the partner before they are returned (invariant I5).
  HitBody.Refusal readRefusal(Officer by, DispatchId question) throws ExchangeException;

  /// Questions this officer's agency asked, newest first; an authority sees those that wait for
  /// him.
  List<AskedQuestion> asked(Officer by);

  /// One of them.
  AskedQuestion question(Officer by, DispatchId id) throws ExchangeException;

  /// A decision about one partner.
  record Ruling(NodeId partner, Decision decision) {}

  /// An item to be reviewed.
  ///
  /// @param expiries those that may be renewed now, the first to come first
  record DueItem(
      ItemId item, NodeId originator, CaseReference caseReference, List<Expiry> expiries) {
    /// Copies the list.
    public DueItem {
      expiries = List.copyOf(expiries);
    }
  }

  /// An item as it was read.
  ///
  /// @param expiries when what it holds is erased here, the first to come first
  @PersonalData
  record ReadItem(
      ItemId item, NodeId originator, Handling handling, Entity entity, List<Expiry> expiries) {
    /// Copies the list.
    public ReadItem {
      expiries = List.copyOf(expiries);
    }

    @Override
    public String toString() {
      return "ReadItem[" + item + "]";
    }
  }
}
