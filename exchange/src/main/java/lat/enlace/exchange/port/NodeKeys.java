// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogSigner;
import lat.enlace.note.VerifierKey;
import lat.enlace.wire.seal.SealingKey;

/// The operational keys of this node. Private keys stay behind the port.
public interface NodeKeys {
  /// The keys that sign this node's checkpoints: Ed25519 and ML-DSA-44, both.
  LogSigner logSigner();

  /// The public root keys of this state, as they were when the node was made: whatever an agreement
  /// says, these and no others sign for it.
  List<VerifierKey> rootKeys();

  /// The private key that opens batches sealed under this node's record {@code number}; nothing
  /// once it is destroyed.
  Optional<SealingKey> sealingKey(long number);

  /// The numbers of the records whose sealing keys are not destroyed, also of records to come.
  Set<Long> sealingNumbers();

  /// Destroys the sealing key of record {@code number}. Where that fails it is asked again.
  void destroySealingKey(long number);

  /// Records of this node that the root keys signed, ahead of their time, in rising number.
  List<Bytes> preparedRecords();

  /// The secret from which this node derives one pseudonym per officer and partner.
  Bytes pseudonymSecret();
}
