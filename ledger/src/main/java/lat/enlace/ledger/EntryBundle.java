// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// Up to 256 entries, each with its length in two bytes (C2SP tlog-tiles, "Log entries").
final class EntryBundle {
  /// Longest entry in bytes.
  static final int MAX_ENTRY_BYTES = 0xffff;

  private EntryBundle() {}

  static Bytes encode(List<Bytes> entries) {
    ByteWriter out = new ByteWriter();
    for (Bytes entry : entries) {
      out.u16(entry.size()).raw(entry);
    }
    return out.toBytes();
  }

  /// Reads a bundle of at least `width` entries and gives the first `width`.
  static List<Bytes> decode(Bytes encoded, int width) throws LedgerException {
    try {
      ByteReader in = new ByteReader(encoded);
      List<Bytes> entries = new ArrayList<>(width);
      while (in.remaining() > 0 && entries.size() < TilePath.FULL) {
        entries.add(in.read(in.readU16()));
      }
      in.finish();
      if (entries.size() < width) {
        throw new LedgerException(LedgerException.Code.CORRUPT);
      }
      return List.copyOf(entries.subList(0, width));
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.CORRUPT, e);
    }
  }
}
