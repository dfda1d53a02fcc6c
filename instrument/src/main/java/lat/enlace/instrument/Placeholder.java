// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.bytes.Bytes;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.VerifierKey;

/// Stand-ins for values that were told to be wrong. A text that needed one is never returned.
final class Placeholder {
  static final VerifierKey KEY =
      new VerifierKey(
          new KeyName("missing"),
          SignatureType.ED25519,
          Bytes.copyOf(new byte[SignatureType.ED25519.publicKeyBytes()]));
  static final AuthorityId AUTHORITY = new AuthorityId("zz-missing");

  private Placeholder() {}
}
