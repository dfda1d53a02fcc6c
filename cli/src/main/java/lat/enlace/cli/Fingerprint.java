// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.VerifierKey;

/// What two people read to each other to be sure that they mean the same key: SHA-256 of the
/// verifier key's text, in sixteen groups of four.
final class Fingerprint {
  private static final int GROUP = 4;

  private Fingerprint() {}

  static String of(VerifierKey key) {
    String hex = Hash.sha256(Bytes.utf8(key.text())).value().hex();
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < hex.length(); at += GROUP) {
      out.append(at == 0 ? "" : " ").append(hex, at, at + GROUP);
    }
    return out.toString();
  }
}
