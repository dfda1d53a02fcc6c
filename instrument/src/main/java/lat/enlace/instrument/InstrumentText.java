// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The exact text that the parties sign. Its hash is what dispatches cite.
public record InstrumentText(String value) {
  /// Longest text in bytes.
  public static final int MAX_BYTES = 512 * 1024;

  /// SHA-256 of the UTF-8 form.
  public Hash hash() {
    return Hash.sha256(Bytes.utf8(value));
  }
}
