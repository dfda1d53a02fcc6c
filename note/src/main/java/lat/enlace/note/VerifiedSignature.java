// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.time.Instant;
import java.util.Optional;

/// A signature line that verified under a known key. Made only by verification.
public final class VerifiedSignature {
  private final VerifierKey key;
  private final NoteSignature line;
  private final long epochSeconds;

  VerifiedSignature(VerifierKey key, NoteSignature line, long epochSeconds) {
    this.key = key;
    this.line = line;
    this.epochSeconds = epochSeconds;
  }

  /// Who signed.
  public VerifierKey key() {
    return key;
  }

  /// The line as it stood in the note.
  public NoteSignature line() {
    return line;
  }

  /// When it was made, as the signer states it; empty where the signer makes no statement.
  public Optional<Instant> time() {
    return epochSeconds == SignatureTime.NONE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(epochSeconds));
  }

  @Override
  public String toString() {
    return "VerifiedSignature[" + key + "]";
  }
}
