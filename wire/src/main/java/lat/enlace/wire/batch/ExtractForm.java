// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.wire.WireException;

/// The bytes of an extract (docs/spec/batch.md, "Extract"). Entries of one batch share most of
/// their paths, so each hash is written once, in order of first use, and paths refer to it: one
/// extract has exactly one form.
final class ExtractForm {
  private ExtractForm() {}

  static void write(ByteWriter out, LogExtract extract) throws WireException {
    out.u63(extract.nodeRecord()).sized(extract.checkpoint());
    out.u63(extract.consistency().fromSize()).u8(extract.consistency().hashes().size());
    extract.consistency().hashes().forEach(out::hash);
    Map<Hash, Integer> shared = new LinkedHashMap<>();
    for (ProvenEntry entry : extract.entries()) {
      for (Hash hash : entry.path()) {
        shared.putIfAbsent(hash, shared.size());
      }
    }
    out.u16(shared.size());
    shared.keySet().forEach(out::hash);
    out.u16(extract.entries().size());
    for (ProvenEntry entry : extract.entries()) {
      out.u63(entry.leafIndex()).raw(entry.salt()).u8(entry.path().size());
      for (Hash hash : entry.path()) {
        out.u16(shared.getOrDefault(hash, 0));
      }
      out.sized(entry.content());
    }
  }

  static LogExtract read(ByteReader in) throws MalformedBytesException, WireException {
    long nodeRecord = in.readU63();
    Bytes checkpoint = in.readSized(Bounds.MAX_CHECKPOINT_BYTES);
    ConsistencyPath consistency = new ConsistencyPath(in.readU63(), hashes(in, in.readU8()));
    Shared shared = new Shared(hashes(in, in.readU16()));
    int count = in.readU16();
    if (count > Bounds.MAX_ENTRIES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    List<ProvenEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(in, shared));
    }
    shared.checkAllUsed();
    return new LogExtract(nodeRecord, checkpoint, consistency, entries);
  }

  private static ProvenEntry entry(ByteReader in, Shared shared)
      throws MalformedBytesException, WireException {
    long leafIndex = in.readU63();
    Bytes salt = in.read(Bounds.SALT_BYTES);
    List<Hash> path = new ArrayList<>();
    for (int left = in.readU8(); left > 0; left--) {
      path.add(shared.at(in.readU16()));
    }
    return new ProvenEntry(leafIndex, salt, path, in.readSized(Bounds.MAX_CONTENT_BYTES));
  }

  private static List<Hash> hashes(ByteReader in, int count) throws MalformedBytesException {
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(in.readHash());
    }
    return hashes;
  }

  /// The hashes written once, which must be used in the order they stand in.
  private static final class Shared {
    private final List<Hash> hashes;
    private int used;

    Shared(List<Hash> hashes) throws WireException {
      if (hashes.stream().distinct().count() != hashes.size()) {
        throw new WireException(WireException.Code.NOT_CANONICAL);
      }
      this.hashes = hashes;
    }

    Hash at(int index) throws WireException {
      if (index >= hashes.size()) {
        throw new WireException(WireException.Code.MALFORMED);
      }
      if (index > used) {
        throw new WireException(WireException.Code.NOT_CANONICAL);
      }
      used = Math.max(used, index + 1);
      return hashes.get(index);
    }

    void checkAllUsed() throws WireException {
      if (used != hashes.size()) {
        throw new WireException(WireException.Code.NOT_CANONICAL);
      }
    }
  }
}
