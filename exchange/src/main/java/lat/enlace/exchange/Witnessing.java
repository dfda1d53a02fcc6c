// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;

/// Heads of this node's log that witnesses outside have cosigned (docs/spec/ledger.md,
/// "Witnesses").
public interface Witnessing {
  /// The head to be cosigned: over everything durable.
  SignedCheckpoint head() throws ExchangeException;

  /// How the log grew from {@code size} entries to {@code head}.
  ///
  /// @throws ExchangeException with code INVALID_FORM if the log had fewer entries at that head
  List<Hash> path(long size, SignedCheckpoint head) throws ExchangeException;

  /// Keeps a head that all of {@code witnesses} have cosigned, so that proofs carry their word.
  ///
  /// @throws ExchangeException with code NOT_TRUSTED if one of them did not
  void keep(SignedCheckpoint cosigned, Quorum witnesses) throws ExchangeException;
}
