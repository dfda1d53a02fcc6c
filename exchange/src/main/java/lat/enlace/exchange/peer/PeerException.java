// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.wire.ErrorCode;

/// What a partner's node shows cannot be trusted. Carries no part of it but, for a fork, the two
/// heads.
public final class PeerException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why; listed in docs/spec/errors.md.
  public enum Code {
    /// No instrument with this node.
    UNKNOWN_PEER,
    /// No node record of it, or none valid now.
    NODE_RECORD,
    /// Sealed under a node record of the recipient whose sealing key it has destroyed, or whose log
    /// has ended: take the one in force.
    OLD_RECORD,
    /// The checkpoint is of another log.
    WRONG_ORIGIN,
    /// The checkpoint is malformed, or a signature line of it is missing or wrong.
    CHECKPOINT,
    /// The proof does not begin at the last checkpoint seen: send one that does.
    STALE_PROOF,
    /// The log shows another history than before: two signed heads contradict each other.
    FORK,
    /// The proof does not lead from the last head seen to the one shown, and convicts nobody.
    INCONSISTENT,
    /// An entry is not proved to stand in the sender's log as a dispatch, or as a receipt.
    UNPROVEN_ENTRY,
    /// The clocks are too far apart.
    CLOCK,
    /// The id of a dispatch or item that this node sent or received before.
    ID_REUSED,
    /// The partner says it verified more of this node's log than there is, and has not shown it.
    AHEAD;

    /// The code as told to the partner.
    public ErrorCode errorCode() {
      return new ErrorCode(name());
    }
  }

  private final Code code;
  private final transient List<Bytes> heads;

  /// Without evidence.
  public PeerException(Code code) {
    super(code.name());
    this.code = code;
    this.heads = List.of();
  }

  /// With a cause from a lower layer.
  public PeerException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
    this.heads = List.of();
  }

  /// A fork, with the head seen before and the one shown now, of the same size.
  public PeerException(Bytes before, Bytes now) {
    this(List.of(before, now));
  }

  /// A fork, with the head seen before, a later one, and the path that shows under the later one
  /// other first entries.
  public PeerException(Bytes before, Bytes now, Bytes path) {
    this(List.of(before, now, path));
  }

  private PeerException(List<Bytes> heads) {
    super(Code.FORK.name());
    this.code = Code.FORK;
    this.heads = heads;
  }

  /// Why.
  public Code code() {
    return code;
  }

  /// The code as told to the partner.
  public ErrorCode errorCode() {
    return code.errorCode();
  }

  /// The two signed heads that cannot both be true and, where their sizes differ, the path that
  /// shows it; empty for other codes.
  public List<Bytes> heads() {
    return heads;
  }
}
