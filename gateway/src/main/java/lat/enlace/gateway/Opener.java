// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import lat.enlace.bytes.Bytes;

/// Opens the parts of a source and digests every byte that is read, so that two runs over it can be
/// told apart if the bytes changed in between.
final class Opener {
  private final MessageDigest digest;

  Opener() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  InputStream open(Source.Part part) throws GatewayException {
    try {
      return new DigestInputStream(part.open(), digest);
    } catch (IOException e) {
      throw new GatewayException(GatewayException.Code.UNREADABLE, Place.whole(part.name()));
    }
  }

  /// What was read so far, in short.
  Bytes seen() {
    return Bytes.copyOf(digest.digest());
  }
}
