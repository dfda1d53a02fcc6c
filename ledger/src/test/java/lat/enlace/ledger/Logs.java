// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// Logs, keys and entries for tests, the same in every run.
final class Logs {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Logs() {}

  static Bytes seed(String what) {
    return Hash.sha256(Bytes.utf8("test seed " + what)).value();
  }

  static SigningKey key(String name, SignatureType type) {
    return SigningKey.fromSeed(new KeyName(name), type, seed(name + type));
  }

  static LogSigner signer(String origin) {
    return new LogSigner(
        key(origin, SignatureType.ED25519), key(origin, SignatureType.ML_DSA_44_COSIGNATURE));
  }

  static LogPorts ports(LogStorage storage) {
    return ports(storage, "co.example/ledger");
  }

  static LogPorts ports(LogStorage storage, String origin) {
    return new LogPorts(storage, signer(origin), InstantSource.fixed(NOW));
  }

  static Bytes entry(long index) {
    return new Opening(seed("salt " + index), Bytes.utf8("entry " + index))
        .commit(EntryType.DISPATCH)
        .entry();
  }

  static List<Bytes> entries(long from, long to) {
    List<Bytes> entries = new ArrayList<>();
    for (long i = from; i < to; i++) {
      entries.add(entry(i));
    }
    return entries;
  }
}
