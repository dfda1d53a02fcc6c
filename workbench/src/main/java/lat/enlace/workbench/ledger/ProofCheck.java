// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.Commitment;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.ProvedEntry;
import lat.enlace.ledger.TlogProof;
import lat.enlace.ledger.TrustedKeys;

/// Checks a proof the way the command line does: opening, path, both signature lines, quorum.
final class ProofCheck {
  /// What came of a check.
  sealed interface Verdict {
    /// True: the entry stands in the log.
    ///
    /// @param type what sort of entry it is
    /// @param signedAt when the log signed the head, as the log states: none or one
    /// @param witnesses names of the witnesses that cosigned
    record True(
        String origin,
        long index,
        long size,
        String type,
        List<Instant> signedAt,
        List<String> witnesses)
        implements Verdict {
      /// Copies the lists.
      public True {
        signedAt = List.copyOf(signedAt);
        witnesses = List.copyOf(witnesses);
      }
    }

    /// Not proved.
    ///
    /// @param code of {@link LedgerException}
    record NotProved(String code) implements Verdict {}

    /// For templates.
    default boolean proved() {
      return this instanceof True;
    }
  }

  Verdict check(Bytes proof, Bytes opening, Bytes keys) {
    try {
      TlogProof parsed = TlogProof.parse(proof);
      ProofPolicy policy =
          TrustedKeys.parse(keys).policyFor(parsed.checkpoint().checkpoint().origin());
      return open(parsed, Opening.parse(opening), policy);
    } catch (LedgerException e) {
      return new Verdict.NotProved(e.code().name());
    }
  }

  /// The leaf does not say of what type it is: it is looked for under each. What does not depend on
  /// the type fails the same way under each.
  private static Verdict open(TlogProof proof, Opening opening, ProofPolicy policy)
      throws LedgerException {
    LedgerException refused = new LedgerException(LedgerException.Code.OPENING_MISMATCH);
    for (EntryType type : EntryType.values()) {
      Commitment commitment = opening.commit(type);
      try {
        return proved(proof.verify(commitment.leafHash(), policy), type);
      } catch (LedgerException e) {
        refused = e;
      }
    }
    throw refused;
  }

  private static Verdict proved(ProvedEntry entry, EntryType type) {
    return new Verdict.True(
        entry.checkpoint().origin().value(),
        entry.leaf().index(),
        entry.checkpoint().size(),
        type.code(),
        entry.checkpoint().signedAt().stream().toList(),
        entry.cosignatures().stream().map(line -> line.key().name().value()).toList());
  }
}
