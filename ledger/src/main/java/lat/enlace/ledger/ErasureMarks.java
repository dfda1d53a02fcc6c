// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// What was recalled, beside the log and its mirror, so that a database put back from an older copy
/// can be made to forget it again (`docs/spec/ledger.md`, "Erasure marks"). A mark is a keyed
/// digest and a word: it says nothing to whoever lacks the key.
public final class ErasureMarks {
  static final String FOLDER = "erased";

  private ErasureMarks() {}

  /// Makes marks durable; a later word takes the place of an earlier one.
  public static void keep(LogStorage storage, Map<Hash, String> marks) throws LogStorageException {
    for (Map.Entry<String, String> mark : byName(marks).entrySet()) {
      storage.replace(mark.getKey(), Bytes.utf8(mark.getValue() + "\n"));
      storage.sync(List.of(mark.getKey()));
    }
  }

  /// The word of the mark with this digest.
  ///
  /// @throws LedgerException with code CORRUPT if the file is not one line
  public static Optional<String> word(LogSource source, Hash digest)
      throws LedgerException, LogStorageException {
    Optional<Bytes> file = source.read(path(digest));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(file.get().toArray(), StandardCharsets.US_ASCII);
    if (!text.endsWith("\n")) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    return Optional.of(text.substring(0, text.length() - 1));
  }

  private static Map<String, String> byName(Map<Hash, String> marks) {
    Map<String, String> named = new TreeMap<>();
    marks.forEach((digest, word) -> named.put(path(digest), word));
    return named;
  }

  private static String path(Hash digest) {
    return FOLDER + "/" + digest.value().hex();
  }
}
