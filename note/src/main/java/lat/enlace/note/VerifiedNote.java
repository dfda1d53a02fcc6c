// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.util.List;
import java.util.Optional;

/// A note of which at least one line verified under a known key. Made only by {@link Note#verify}
/// and {@link Note#verifyAll}; says who signed, not whether they may.
public final class VerifiedNote {
  private final Note note;
  private final List<VerifiedSignature> signatures;

  VerifiedNote(Note note, List<VerifiedSignature> signatures) {
    this.note = note;
    this.signatures = List.copyOf(signatures);
  }

  /// The note, lines by unknown keys included.
  public Note note() {
    return note;
  }

  /// The text that was signed.
  public String text() {
    return note.text();
  }

  /// The lines that verified, in the order of the note.
  public List<VerifiedSignature> signatures() {
    return signatures;
  }

  /// The first line by `key`, if it signed.
  public Optional<VerifiedSignature> by(VerifierKey key) {
    return signatures.stream().filter(line -> line.key().equals(key)).findFirst();
  }
}
