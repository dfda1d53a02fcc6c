// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;

/// A batch is not taken, as a whole.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient List<Bytes> heads;

  Refusal(WireException cause) {
    super(cause.code().name(), cause);
    this.code = ErrorCode.of(cause.code());
    this.heads = List.of();
  }

  Refusal(PeerException cause) {
    super(cause.code().name(), cause);
    this.code = cause.errorCode();
    this.heads = cause.heads();
  }

  /// What the partner is told.
  ErrorCode code() {
    return code;
  }

  /// The two heads of a fork; empty for other codes.
  List<Bytes> heads() {
    return heads;
  }
}
