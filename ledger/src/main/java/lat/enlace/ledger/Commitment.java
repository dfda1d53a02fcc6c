// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// One entry of an Enlace log: a version byte and a salted hash, 33 bytes whatever is committed to.
public record Commitment(Hash digest) {
  /// Length of every entry in bytes.
  public static final int SIZE_BYTES = 1 + Hash.SIZE_BYTES;

  private static final int VERSION = 1;

  static Commitment of(Hash digest) {
    return new Commitment(digest);
  }

  /// Reads an entry.
  ///
  /// @throws LedgerException with code ENTRY_FORM if length or version are others
  public static Commitment parse(Bytes entry) throws LedgerException {
    if (entry.size() != SIZE_BYTES || entry.at(0) != VERSION) {
      throw new LedgerException(LedgerException.Code.ENTRY_FORM);
    }
    return new Commitment(new Hash(entry.slice(1, SIZE_BYTES)));
  }

  /// The entry: version, then digest.
  public Bytes entry() {
    return Bytes.concat(Bytes.of(VERSION), digest.value());
  }

  /// The hash of the leaf that carries this entry.
  public Hash leafHash() {
    return TreeHash.leaf(entry());
  }
}
