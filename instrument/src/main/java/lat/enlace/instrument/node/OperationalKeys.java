// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Hash;
import lat.enlace.note.VerifierKey;

/// The operational keys of a node.
///
/// @param log every one of them signs each checkpoint: one Ed25519 and one ML-DSA-44 key
/// @param fromTreeSize the log keys sign checkpoints of this size and larger
/// @param tls SHA-256 of the SubjectPublicKeyInfo of each certificate the node may show (RFC 7469,
///   section 2.4)
/// @param sealing overlapping in time, so that a sealed dispatch on its way can still be opened
public record OperationalKeys(
    List<VerifierKey> log, long fromTreeSize, List<Hash> tls, List<SealingTerm> sealing) {
  /// Copies and checks the bounds.
  public OperationalKeys {
    log = List.copyOf(log);
    tls = List.copyOf(tls);
    sealing = List.copyOf(sealing);
    boolean classical = log.stream().anyMatch(key -> !key.type().postQuantum());
    boolean postQuantum = log.stream().anyMatch(key -> key.type().postQuantum());
    if (log.size() != 2 || !classical || !postQuantum) {
      throw new IllegalArgumentException("a log signs with one Ed25519 and one ML-DSA-44 key");
    }
    if (!log.getFirst().name().equals(log.getLast().name())) {
      throw new IllegalArgumentException("both keys of a log bear its origin as their name");
    }
    if (fromTreeSize < 0 || tls.isEmpty() || sealing.isEmpty()) {
      throw new IllegalArgumentException("a node record has a size, a certificate, a sealing key");
    }
  }

  /// The origin of the log.
  public String origin() {
    return log.getFirst().name().value();
  }

  /// When the last sealing key ends.
  public Instant sealingUntil() {
    return sealing.stream().map(SealingTerm::until).max(Instant::compareTo).orElseThrow();
  }

  /// The key to seal to at {@code time}: the one valid longest.
  public Optional<SealingTerm> sealingAt(Instant time) {
    return sealing.stream()
        .filter(key -> key.validAt(time))
        .max((one, other) -> one.until().compareTo(other.until()));
  }
}
