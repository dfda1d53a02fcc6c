// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.LogSigner;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// Keys that protect nothing.
final class Keys {
  private static final String ORIGIN = "bench.example/ledger";

  private Keys() {}

  static LogSigner log() {
    return new LogSigner(
        key(ORIGIN, SignatureType.ED25519), key(ORIGIN, SignatureType.ML_DSA_44_COSIGNATURE));
  }

  static SigningKey witness(int number) {
    return key("witness-" + number + ".example/w", SignatureType.ML_DSA_44_COSIGNATURE);
  }

  private static SigningKey key(String name, SignatureType type) {
    Bytes seed = Hash.sha256(Bytes.utf8("benchmark " + type + name)).value();
    return SigningKey.fromSeed(new KeyName(name), type, seed);
  }
}
