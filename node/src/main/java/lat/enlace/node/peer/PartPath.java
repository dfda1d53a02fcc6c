// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.ItemId;

/// Where a part of a file is: {@code /peer/v1/attachments/ITEM/DIGEST/PART}.
///
/// @param part 0 for the list of chunk hashes, from 1 the chunks
record PartPath(ItemId item, Hash digest, int part) {
  private static final String FILES = "/peer/v1/attachments/";
  private static final int PARTS = 3;
  private static final int MOST_DIGITS = 4;

  /// As text.
  String text() {
    return FILES + item.value() + '/' + digest.value().hex() + '/' + part;
  }

  /// Reads a path; nothing if it is another one.
  static Optional<PartPath> parse(String path) {
    if (!path.startsWith(FILES)) {
      return Optional.empty();
    }
    List<String> parts = List.of(path.substring(FILES.length()).split("/", -1));
    if (parts.size() != PARTS || !isNumber(parts.getLast())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartPath(
              new ItemId(parts.getFirst()),
              Hash.parse(Bytes.fromHex(parts.get(1))),
              Integer.parseInt(parts.getLast())));
    } catch (IllegalArgumentException | MalformedBytesException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(one -> one >= '0' && one <= '9');
  }
}
