// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.NoteException;
import lat.enlace.note.NoteSignature;
import lat.enlace.note.NoteSigner;

/// Follows logs and cosigns each head that grows from the one cosigned last (C2SP tlog-witness).
/// Not thread-safe: whoever serves requests hands them over one after the other, which is what
/// makes decision and memory one step.
///
/// What it cosigned last of a log is kept as the signed note itself, durable before the cosignature
/// exists, so that a witness that lost power cannot cosign two histories. It does not know whether
/// the entries of a log make sense, or that other witnesses saw the same head.
public final class Witness {
  /// Folder of the last head cosigned of each log.
  static final String SEEN = "seen";

  /// Folder of the heads that convict a log: the first that contradicted what was seen.
  static final String EVIDENCE = "evidence";

  private final NoteSigner key;
  private final List<LogKeys> follows;
  private final LogStorage memory;
  private final InstantSource clock;

  /// A witness that signs by `key`, whose type bears a time, and follows the logs with the keys
  /// `follows`. The caller holds the lease of `memory`, which is this witness's alone.
  public Witness(NoteSigner key, List<LogKeys> follows, LogStorage memory, InstantSource clock) {
    if (!key.verifierKey().type().timed()) {
      throw new IllegalArgumentException("a witness key signs cosignatures");
    }
    this.key = key;
    this.follows = List.copyOf(follows);
    this.memory = memory;
    this.clock = clock;
  }

  /// What a witness answers.
  public sealed interface Reply {
    /// The head is recorded; this line says so.
    record Cosigned(NoteSignature line) implements Reply {}

    /// The request does not begin where the witness left off (409).
    record Conflict(long lastSize) implements Reply {}

    /// Not cosigned.
    record Refused(CosignDecision.Reason reason) implements Reply {}
  }

  /// Checks both signatures of the log and that it grew, records the head durably, then cosigns.
  ///
  /// @throws LedgerException with code CORRUPT if the memory was damaged, or CHECKPOINT if the key
  ///   cannot sign
  public Reply add(CosignRequest request) throws LedgerException, LogStorageException {
    Origin origin = request.checkpoint().checkpoint().origin();
    Optional<LogKeys> log = follows.stream().filter(k -> k.origin().equals(origin)).findFirst();
    if (log.isEmpty()) {
      return new Reply.Refused(CosignDecision.Reason.UNKNOWN_ORIGIN);
    }
    Optional<SignedCheckpoint> last = last(origin);
    long size = last.map(head -> head.checkpoint().size()).orElse(0L);
    Hash root = last.map(head -> head.checkpoint().root()).orElse(TreeHash.EMPTY);
    return switch (CosignDecision.decide(log.get(), size, root, request)) {
      case CosignDecision.Cosign cosign -> cosign(cosign.head());
      case CosignDecision.Conflict conflict -> new Reply.Conflict(conflict.lastSize());
      case CosignDecision.Refuse refuse -> refuse(refuse, last, request);
    };
  }

  /// The head of this log that was cosigned last.
  ///
  /// @throws LedgerException with code CORRUPT if the memory was damaged
  public Optional<SignedCheckpoint> last(Origin origin)
      throws LedgerException, LogStorageException {
    Optional<Bytes> file = memory.read(path(SEEN, origin));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    SignedCheckpoint head;
    try {
      head = SignedCheckpoint.parse(file.get());
    } catch (LedgerException e) {
      throw new LedgerException(LedgerException.Code.CORRUPT, e);
    }
    if (!head.checkpoint().origin().equals(origin)) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    return Optional.of(head);
  }

  private Reply cosign(VerifiedCheckpoint head) throws LedgerException, LogStorageException {
    String path = path(SEEN, head.origin());
    memory.replace(path, head.signed().bytes());
    memory.sync(List.of(path));
    try {
      return new Reply.Cosigned(key.sign(head.checkpoint().text(), clock.instant()));
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
  }

  /// Two heads of one size convict a log by themselves. A path that leads nowhere can be made by
  /// anybody who has a head, and is not kept.
  private Reply refuse(
      CosignDecision.Refuse refuse, Optional<SignedCheckpoint> last, CosignRequest request)
      throws LogStorageException {
    Checkpoint asked = request.checkpoint().checkpoint();
    boolean convicts =
        refuse.evidence()
            && last.map(SignedCheckpoint::checkpoint)
                .filter(seen -> seen.size() == asked.size() && !seen.root().equals(asked.root()))
                .isPresent();
    String path = path(EVIDENCE, asked.origin());
    if (convicts && memory.read(path).isEmpty()) {
      Bytes both = Bytes.concat(last.orElseThrow().bytes(), request.checkpoint().bytes());
      memory.replace(path, both);
      memory.sync(List.of(path));
    }
    return new Reply.Refused(refuse.reason());
  }

  private static String path(String folder, Origin origin) {
    return folder + "/" + Hash.sha256(Bytes.utf8(origin.value())).value().hex();
  }
}
