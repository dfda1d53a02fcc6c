// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;

/// One file of the journal: every batch since a tree of `firstIndex` entries with `root`, whose
/// tiles and bundles were durable when the file was begun (`docs/spec/ledger.md`, "Journal").
///
/// Each record ends with a digest over itself and the digest before it, so that a record that is
/// cut short, changed, left out or out of order is known. `droppedBytes` follow the last whole
/// record.
record JournalSegment(
    long firstIndex, Hash root, List<Bytes> entries, Hash lastDigest, int droppedBytes) {
  static final String FOLDER = "journal";

  private static final Bytes LABEL = Bytes.utf8("enlace-journal/v1\n");
  private static final int INDEX_DIGITS = 20;

  JournalSegment {
    entries = List.copyOf(entries);
  }

  static String path(long firstIndex) {
    String digits = Long.toString(firstIndex);
    return FOLDER + "/" + "0".repeat(INDEX_DIGITS - digits.length()) + digits;
  }

  static Bytes header(long firstIndex, Hash root) {
    Bytes fields = new ByteWriter().raw(LABEL).u63(firstIndex).hash(root).toBytes();
    return Bytes.concat(fields, Hash.sha256(fields).value());
  }

  /// The digest that the first record of a segment is chained to.
  static Hash headerDigest(Bytes header) {
    return new Hash(header.slice(header.size() - Hash.SIZE_BYTES, header.size()));
  }

  static Bytes record(Hash previous, long firstIndex, List<Bytes> entries) {
    ByteWriter payload = new ByteWriter().u63(firstIndex).u32(entries.size());
    entries.forEach(entry -> payload.u16(entry.size()).raw(entry));
    Bytes sized = new ByteWriter().sized(payload.toBytes()).toBytes();
    return Bytes.concat(sized, Hash.sha256(previous.value(), sized).value());
  }

  /// The digest at the end of a record.
  static Hash recordDigest(Bytes record) {
    return headerDigest(record);
  }

  /// Reads a segment as far as its records are whole.
  ///
  /// @throws LedgerException with code CORRUPT if the header is damaged, or a record that verifies
  ///   makes no sense
  static JournalSegment parse(Bytes file) throws LedgerException {
    ByteReader in = new ByteReader(file);
    try {
      Bytes fields = in.read(LABEL.size() + Long.BYTES + Hash.SIZE_BYTES);
      Hash digest = in.readHash();
      if (!fields.startsWith(LABEL) || !Hash.sha256(fields).equals(digest)) {
        throw new LedgerException(LedgerException.Code.CORRUPT);
      }
      ByteReader header = new ByteReader(fields.slice(LABEL.size(), fields.size()));
      return parseRecords(header.readU63(), header.readHash(), digest, in);
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.CORRUPT, e);
    }
  }

  private static JournalSegment parseRecords(
      long firstIndex, Hash root, Hash headerDigest, ByteReader in)
      throws MalformedBytesException, LedgerException {
    List<Bytes> entries = new ArrayList<>();
    Hash digest = headerDigest;
    int left = in.remaining();
    while (left > 0) {
      Bytes payload;
      Hash stated;
      try {
        payload = in.readSized(in.remaining());
        stated = in.readHash();
      } catch (MalformedBytesException e) {
        break;
      }
      Bytes sized = new ByteWriter().sized(payload).toBytes();
      if (!Hash.sha256(digest.value(), sized).equals(stated)) {
        break;
      }
      readEntries(new ByteReader(payload), firstIndex, entries);
      digest = stated;
      left = in.remaining();
    }
    return new JournalSegment(firstIndex, root, entries, digest, left);
  }

  private static void readEntries(ByteReader payload, long firstIndex, List<Bytes> entries)
      throws MalformedBytesException, LedgerException {
    if (payload.readU63() != firstIndex + entries.size()) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    long count = payload.readU32();
    for (long i = 0; i < count; i++) {
      entries.add(payload.read(payload.readU16()));
    }
    payload.finish();
  }
}
