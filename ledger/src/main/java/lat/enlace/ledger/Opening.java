// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// What opens a commitment: the salt, and the exact bytes that were committed to. Without both, a
/// commitment says nothing; destroying them erases what was committed to.
public record Opening(Bytes salt, Bytes content) {
  /// Length of a salt in bytes.
  public static final int SALT_BYTES = 32;

  private static final String DOMAIN = "enlace/v1/";

  /// Checks the length of the salt, which must be fresh from a cryptographic source for each entry.
  public Opening {
    if (salt.size() != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes");
    }
  }

  /// Reads the file form: the salt, then the content.
  ///
  /// @throws LedgerException with code ENTRY_FORM if there is no whole salt
  public static Opening parse(Bytes file) throws LedgerException {
    if (file.size() < SALT_BYTES) {
      throw new LedgerException(LedgerException.Code.ENTRY_FORM);
    }
    return new Opening(file.slice(0, SALT_BYTES), file.slice(SALT_BYTES, file.size()));
  }

  /// The file form: the salt, then the content.
  public Bytes bytes() {
    return Bytes.concat(salt, content);
  }

  /// The commitment to this content as an entry of type `type`: SHA-256("enlace/v1/" ‖ type ‖ 0x00
  /// ‖ salt ‖ content).
  public Commitment commit(EntryType type) {
    Bytes domain = Bytes.utf8(DOMAIN + type.code());
    return Commitment.of(Hash.sha256(domain, Bytes.of(0), salt, content));
  }

  /// The type under which this opens `commitment`, if it does under any.
  public Optional<EntryType> typeIn(Commitment commitment) {
    for (EntryType type : EntryType.values()) {
      if (commit(type).equals(commitment)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Opening[" + content.size() + " bytes]";
  }
}
