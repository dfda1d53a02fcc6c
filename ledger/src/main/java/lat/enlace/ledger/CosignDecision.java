// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.bytes.Hash;

/// What a witness decides about a {@link CosignRequest} (C2SP tlog-witness). Pure: the caller
/// keeps, for each log, the head it cosigned last, and must record a new one durably, and in one
/// step with this decision, before it signs.
public sealed interface CosignDecision {
  /// Record `head` as the last, then cosign it.
  record Cosign(VerifiedCheckpoint head) implements CosignDecision {}

  /// The log does not know what the witness saw last: tell it `lastSize` (409).
  record Conflict(long lastSize) implements CosignDecision {}

  /// Do not cosign. `evidence` holds when the signatures are good: the request may prove
  /// misbehaviour and is worth keeping.
  record Refuse(Reason reason, boolean evidence) implements CosignDecision {}

  /// Why a witness refuses, with the HTTP status of the protocol.
  enum Reason {
    /// The checkpoint is of a log this witness does not follow.
    UNKNOWN_ORIGIN(404),
    /// A signature of the log is missing or wrong.
    SIGNATURE(403),
    /// The old size is beyond the new.
    OLD_SIZE(400),
    /// The tree does not grow from the one cosigned last.
    INCONSISTENT(422);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /// The HTTP status.
    public int status() {
      return status;
    }
  }

  /// Decides for the log that holds `keys`, of which the tree with `lastSize` entries and
  /// `lastRoot` was cosigned last; 0 and the empty root if none was.
  static CosignDecision decide(LogKeys keys, long lastSize, Hash lastRoot, CosignRequest request) {
    Checkpoint asked = request.checkpoint().checkpoint();
    if (!asked.origin().equals(keys.origin())) {
      return new Refuse(Reason.UNKNOWN_ORIGIN, false);
    }
    VerifiedCheckpoint head;
    try {
      head = keys.verify(request.checkpoint());
    } catch (LedgerException e) {
      return new Refuse(Reason.SIGNATURE, false);
    }
    if (request.oldSize() > asked.size()) {
      return new Refuse(Reason.OLD_SIZE, true);
    }
    if (request.oldSize() != lastSize) {
      return new Conflict(lastSize);
    }
    return consistent(request, lastRoot) ? new Cosign(head) : new Refuse(Reason.INCONSISTENT, true);
  }

  private static boolean consistent(CosignRequest request, Hash lastRoot) {
    Checkpoint asked = request.checkpoint().checkpoint();
    if (request.oldSize() == 0) {
      return request.path().isEmpty();
    }
    try {
      new ConsistencyProof(request.oldSize(), asked.size(), request.path())
          .check(lastRoot, asked.root());
      return true;
    } catch (LedgerException e) {
      return false;
    }
  }
}
