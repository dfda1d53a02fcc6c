// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.RestoredLog;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.PersonalData;

/// The node's ledger as officers, auditors and courts see it.
public interface Records {
  /// Size, root and signed checkpoint of the log.
  Head head();

  /// The latest entries, newest first; what an entry is stands in the database, not in the log.
  List<EntryView> entries(Officer by, int limit);

  /// What proves offline that an entry stands in this log. It says nothing of what the entry holds.
  Optional<Proof> prove(Officer by, long index) throws ExchangeException;

  /// What proves that the partner committed to a dispatch this node received: its log, its keys.
  Optional<Proof> proveReceived(Officer by, DispatchId dispatch) throws ExchangeException;

  /// Opens an entry: the exact bytes with their proof. A reading like any other: for a case and a
  /// reason, within the ceiling of the agency, entered before a byte is returned. Dispatches are
  /// for the agency that sent them; approvals, readings, decisions and all else that names officers
  /// or holds concealed reasons for the rights officer alone.
  ProofBundle open(Officer by, long index, Why why) throws ExchangeException;

  /// Opens a dispatch received, once nothing waits at a desk for it. A disclosure is read as its
  /// item is: by the agency that asked, for the case it was disclosed for. The originator is told
  /// (invariant I5), unless that would tell him more than the answer did (invariant I13).
  ProofBundle openReceived(Officer by, DispatchId dispatch, Why why) throws ExchangeException;

  /// Whose pseudonym it is; for this node's rights officer alone, and itself an entry.
  Optional<OfficerId> officerBehind(Officer by, OfficerPseudonym pseudonym)
      throws ExchangeException;

  /// After a restore: what the heads of this log that partners keep say of the log here. Only a log
  /// that is current may be appended to.
  ///
  /// @param heads signed checkpoints of this node's log, as partners gave them
  /// @throws ExchangeException with code NOT_TRUSTED if one is not by this node's log keys
  RestoredLog compared(List<Bytes> heads) throws ExchangeException;

  /// What partners reported to have read of what this node sent, newest first. An analyst sees what
  /// his agency sent; what a report says of a question that met nobody here, the rights officer
  /// alone.
  List<ReportedReading> readings(Officer by, int limit) throws ExchangeException;

  /// Ledger indexes that touch a dispatch, ascending.
  List<Long> indexesOf(DispatchId dispatch);

  /// Decisions for the rights officer and the auditor, newest first.
  List<DecisionView> decisions(Officer by, int limit) throws ExchangeException;

  /// The head of the log.
  record Head(String origin, long size, Hash root, Bytes checkpoint, List<String> verifierKeys) {
    /// Copies the list.
    public Head {
      verifierKeys = List.copyOf(verifierKeys);
    }
  }

  /// One entry.
  ///
  /// @param about the dispatch it concerns: none or one
  record EntryView(long index, String type, Instant at, List<DispatchId> about, String partner) {
    /// Copies the list.
    public EntryView {
      about = List.copyOf(about);
    }
  }

  /// A reading at a partner's node.
  ///
  /// @param kind of the dispatch that brought it there
  /// @param what id of that dispatch; of what was disclosed, the item
  record ReportedReading(
      DispatchKind kind, String what, NodeId reader, Recalling.ReadingView reading) {}

  /// For what and why something is opened.
  record Why(CaseReference caseReference, String reason) {}

  /// What proves an entry, and nothing of what it holds.
  ///
  /// @param proof the C2SP tlog-proof
  /// @param verifierKeys one per line, then {@code quorum k}
  record Proof(Bytes proof, Bytes verifierKeys) {}

  /// Enters a deed on an account, before it is done. The entry names both by pseudonyms that only
  /// the rights officer opens.
  ///
  /// @param by who does it; the console and the one-time code have names of their own
  void enterAccount(OfficerId by, AccountDeed deed, OfficerId account) throws ExchangeException;

  /// What a court is given.
  ///
  /// @param proof the C2SP tlog-proof
  /// @param opening 32-byte salt, then the exact bytes
  /// @param verifierKeys one per line, then {@code quorum k}
  @PersonalData
  record ProofBundle(Bytes proof, Bytes opening, Bytes verifierKeys) {
    @Override
    public String toString() {
      return "ProofBundle[]";
    }
  }

  /// A decision as the rights officer sees it: codes only.
  ///
  /// @param index of its entry; negative if that stands in a log of this node that has ended
  record DecisionView(
      Instant at,
      String side,
      String kind,
      String partner,
      String outcome,
      List<String> reasons,
      long index) {
    /// Copies the list.
    public DecisionView {
      reasons = List.copyOf(reasons);
    }
  }
}
