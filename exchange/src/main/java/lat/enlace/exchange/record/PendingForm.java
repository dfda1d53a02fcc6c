// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;

/// A pending group as it stands in the store: a version byte, then binary fields, because it holds
/// again every row that is to change and is written for each group. Version 1 was JSON, and is
/// still read.
final class PendingForm {
  private static final int VERSION = 2;
  private static final int SET = 1;
  private static final int REMOVED = 0;
  private static final Map<String, Store.Space> SPACES =
      Arrays.stream(Store.Space.values())
          .collect(Collectors.toUnmodifiableMap(Store.Space::code, Function.identity()));

  private PendingForm() {}

  static Bytes of(Pending pending) {
    ByteWriter out = new ByteWriter().u8(VERSION).u63(pending.sizeBefore());
    out.u32(pending.openings().size());
    pending.openings().forEach(id -> out.sized(Bytes.utf8(id)));
    out.u32(pending.leaves().size());
    pending.leaves().forEach(out::sized);
    out.u32(pending.rows().size());
    for (Pending.Row row : pending.rows()) {
      out.sized(Bytes.utf8(row.space().code())).sized(Bytes.utf8(row.key()));
      out.u8(row.value().isEmpty() ? REMOVED : SET);
      row.value().forEach(out::sized);
    }
    return out.toBytes();
  }

  /// @throws StoreException with code CORRUPT if it is not one
  static Pending read(Bytes stored) {
    if (stored.isEmpty() || stored.at(0) != VERSION) {
      return Stored.read(stored, Pending.class);
    }
    try {
      ByteReader in = new ByteReader(stored.slice(1, stored.size()));
      long sizeBefore = in.readU63();
      List<String> openings = new ArrayList<>();
      for (long left = in.readU32(); left > 0; left--) {
        openings.add(text(in));
      }
      List<Bytes> leaves = new ArrayList<>();
      for (long left = in.readU32(); left > 0; left--) {
        leaves.add(in.readSized(in.remaining()));
      }
      List<Pending.Row> rows = new ArrayList<>();
      for (long left = in.readU32(); left > 0; left--) {
        rows.add(row(in));
      }
      in.finish();
      return new Pending(sizeBefore, openings, leaves, rows);
    } catch (MalformedBytesException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  private static Pending.Row row(ByteReader in) throws MalformedBytesException {
    Store.Space space = SPACES.get(text(in));
    if (space == null) {
      throw new StoreException(StoreException.Code.CORRUPT);
    }
    String key = text(in);
    List<Bytes> value = in.readU8() == SET ? List.of(in.readSized(in.remaining())) : List.of();
    return new Pending.Row(space, key, value);
  }

  private static String text(ByteReader in) throws MalformedBytesException {
    return in.readSized(in.remaining()).text();
  }
}
