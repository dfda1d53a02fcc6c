// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.Instant;
import java.util.Optional;
import lat.enlace.note.KeyName;
import lat.enlace.note.VerifiedSignature;
import lat.enlace.note.VerifierKey;

/// A verified statement by a witness that it saw the log grow consistently up to a checkpoint (C2SP
/// tlog-cosignature). Made only by {@link Quorum#verify}.
public final class Cosignature {
  private final VerifiedSignature line;

  Cosignature(VerifiedSignature line) {
    this.line = line;
  }

  /// The witness.
  public KeyName witness() {
    return line.key().name();
  }

  /// The key it used.
  public VerifierKey key() {
    return line.key();
  }

  /// When it cosigned, as it states.
  public Optional<Instant> time() {
    return line.time();
  }
}
