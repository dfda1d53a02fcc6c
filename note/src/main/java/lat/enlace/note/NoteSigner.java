// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.time.Instant;

/// Something that signs notes with one key: a key in memory ({@link SigningKey}) or one in a token.
public interface NoteSigner {
  /// The public half.
  VerifierKey verifierKey();

  /// One signature line over `text`. `at` goes into the signature where the type carries a time and
  /// is not used otherwise.
  ///
  /// @throws NoteException with code NOT_A_CHECKPOINT, TIME or SIGNER
  NoteSignature sign(String text, Instant at) throws NoteException;
}
