// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.Bytes;
import lat.enlace.wire.WireException;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/// The public key a batch is sealed to: an X-Wing encapsulation key of 1,216 bytes, as it stands in
/// a node record.
public record RecipientKey(Bytes value) {
  /// Checks the length.
  public RecipientKey {
    if (value.size() != Suite.PUBLIC_KEY_BYTES) {
      throw new IllegalArgumentException("an X-Wing public key has 1216 bytes");
    }
  }

  /// A key met in untrusted input.
  ///
  /// @throws WireException KEY_MALFORMED if it has not the length, or its ML-KEM part is not
  ///   reduced (FIPS 203, section 7.2)
  public static RecipientKey parse(Bytes value) throws WireException {
    if (value.size() != Suite.PUBLIC_KEY_BYTES) {
      throw new WireException(WireException.Code.KEY_MALFORMED);
    }
    RecipientKey key = new RecipientKey(value);
    try {
      var _ = key.parameters();
      return key;
    } catch (IllegalArgumentException e) {
      throw new WireException(WireException.Code.KEY_MALFORMED);
    }
  }

  XWingPublicKeyParameters parameters() {
    return new XWingPublicKeyParameters(value.toArray());
  }
}
