// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;

/// Checks that a named authority signed an exact text with a key of his own.
@FunctionalInterface
public interface Approval {
  /// The proof of who approved, for the ledger.
  ///
  /// @param text the exact bytes approved
  /// @param signature of the authority's personal key over {@code text}
  /// @throws ApprovalRefusedException if key and signature are not the authority's
  Approved check(Officer authority, Bytes text, Bytes signature) throws ApprovalRefusedException;

  /// An approval that was checked.
  ///
  /// @param keyHash names the public key used
  record Approved(String keyHash, Bytes signature) {}

  /// The approval does not hold.
  final class ApprovalRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Says nothing of the text approved.
    public ApprovalRefusedException() {
      super("the approval is not signed by this authority");
    }
  }
}
