// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.note.NoteException;

/// A proof, checkpoint, entry or log that cannot be trusted or read. Carries no part of the input.
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why it was refused; listed in `docs/spec/errors.md`.
  public enum Code {
    /// An origin that cannot name a log.
    ORIGIN_FORM,
    /// The checkpoint is of another log than the one expected.
    WRONG_ORIGIN,
    /// Not a checkpoint, or a signature on it is missing or wrong; the cause says which.
    CHECKPOINT,
    /// A proof text or request that is not in its form.
    PROOF_FORM,
    /// An index outside the tree, or sizes in the wrong order.
    OUT_OF_RANGE,
    /// A path with too few or too many hashes.
    PATH_LENGTH,
    /// The path leads to another root.
    ROOT_MISMATCH,
    /// A proof that was made for other tree sizes than those of the checkpoints.
    SIZE_MISMATCH,
    /// Fewer witnesses have cosigned than the policy asks for.
    QUORUM,
    /// Salt, content or commitment of the wrong length or version.
    ENTRY_FORM,
    /// The opening matches no commitment of this leaf.
    OPENING_MISMATCH,
    /// An entry longer than a bundle can carry, or an empty or oversized batch.
    ENTRY_TOO_LARGE,
    /// No log where one was to be opened.
    NO_LOG,
    /// A log where one was to be created.
    LOG_EXISTS,
    /// Stored bytes contradict each other: run fsck; never append.
    CORRUPT,
    /// A tile or bundle that the tree needs is not there.
    MISSING,
    /// The mirror holds entries that the log has not, or another log: neither is to be overwritten.
    MIRROR,
    /// The log met a storage failure before and takes nothing until it is opened again.
    FAILED,
    /// Keys file lines that are neither keys nor a quorum, or do not fit together.
    KEYS
  }

  private final Code code;

  /// Without a cause.
  public LedgerException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// With a cause from a lower layer.
  public LedgerException(Code code, Throwable cause) {
    super(describe(code, cause), cause);
    this.code = code;
  }

  /// Why it was refused.
  public Code code() {
    return code;
  }

  private static String describe(Code code, Throwable cause) {
    return cause instanceof NoteException note ? code.name() + ": " + note.code() : code.name();
  }
}
