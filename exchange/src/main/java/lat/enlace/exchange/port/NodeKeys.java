// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogSigner;
import lat.enlace.wire.seal.SealingKey;

/// The operational keys of this node. Private keys stay behind the port.
public interface NodeKeys {
  /// The keys that sign this node's checkpoints: Ed25519 and ML-DSA-44, both.
  LogSigner logSigner();

  /// The private keys that open batches sealed to this node, those of the running node record and
  /// older ones not yet destroyed.
  List<SealingKey> sealingKeys();

  /// The secret from which this node derives one pseudonym per officer and partner.
  Bytes pseudonymSecret();
}
