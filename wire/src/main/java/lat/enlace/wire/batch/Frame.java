// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.wire.WireException;

/// What the binary forms share: the opening line and how a broken form is refused.
final class Frame {
  private Frame() {}

  static void expect(ByteReader in, Bytes magic) throws MalformedBytesException, WireException {
    if (in.remaining() < magic.size() || !in.read(magic.size()).equals(magic)) {
      throw new WireException(WireException.Code.UNKNOWN_PROTOCOL);
    }
  }

  /// The refusal for a value a record's constructor would not take, or bytes that ran out. The
  /// cause is left behind: it may quote the input.
  static WireException refused(Exception cause) {
    boolean tooLarge =
        cause instanceof MalformedBytesException malformed
            && malformed.code() == MalformedBytesException.Code.TOO_LARGE;
    return new WireException(
        tooLarge ? WireException.Code.TOO_LARGE : WireException.Code.MALFORMED);
  }
}
