// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.wire.WireException;

/// Rounds sizes up to a power of two from 16 KiB, so that a size says little (docs/spec/batch.md,
/// "Padding"). Form: a four-byte length, the content, zero bytes.
final class Padding {
  private static final int SMALLEST_BYTES = 16 * 1024;
  private static final int LENGTH_BYTES = 4;

  private Padding() {}

  static Bytes pad(Bytes content) throws WireException {
    int bucket = bucket(content.size() + LENGTH_BYTES);
    if (bucket > Bounds.MAX_PADDED_BYTES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    byte[] fill = new byte[bucket - LENGTH_BYTES - content.size()];
    return new ByteWriter().sized(content).raw(Bytes.copyOf(fill)).toBytes();
  }

  static Bytes unpad(Bytes padded) throws WireException {
    if (padded.size() > Bounds.MAX_PADDED_BYTES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    try {
      ByteReader in = new ByteReader(padded);
      Bytes content = in.readSized(Bounds.MAX_PADDED_BYTES);
      Bytes fill = in.read(in.remaining());
      boolean zeros = fill.equals(Bytes.copyOf(new byte[fill.size()]));
      if (!zeros || padded.size() != bucket(content.size() + LENGTH_BYTES)) {
        throw new WireException(WireException.Code.NOT_CANONICAL);
      }
      return content;
    } catch (MalformedBytesException e) {
      throw Frame.refused(e);
    }
  }

  private static int bucket(int size) {
    int bucket = SMALLEST_BYTES;
    while (bucket < size) {
      bucket = Math.multiplyExact(bucket, 2);
    }
    return bucket;
  }
}
