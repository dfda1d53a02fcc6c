// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.time.Instant;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// The eight bytes of time at the front of a timed signature: seconds since the Epoch, big-endian.
final class SignatureTime {
  /// Stands for "no statement about time".
  static final long NONE = 0;

  private SignatureTime() {}

  static long read(Bytes signature) throws NoteException {
    try {
      return new ByteReader(signature).readU63();
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.TIME, e);
    }
  }

  static long of(Instant at) throws NoteException {
    if (at.getEpochSecond() <= NONE) {
      throw new NoteException(NoteException.Code.TIME);
    }
    return at.getEpochSecond();
  }

  static Bytes write(long epochSeconds) {
    return new ByteWriter().u63(epochSeconds).toBytes();
  }
}
