// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogSigner;
import lat.enlace.wire.seal.SealingKey;

/// The operational keys of this node. Private keys stay behind the port.
public interface NodeKeys {
  /// The keys that sign this node's checkpoints: Ed25519 and ML-DSA-44, both.
  LogSigner logSigner();

  /// The private key that opens batches sealed under node record {@code record}, unless destroyed.
  Optional<SealingKey> sealingKey(long record);

  /// The secret from which this node derives one pseudonym per officer and partner.
  Bytes pseudonymSecret();
}
