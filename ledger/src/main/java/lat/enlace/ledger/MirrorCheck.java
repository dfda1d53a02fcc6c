// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;

/// Whether a log could be built again from its mirror alone. Reads both, one bundle at a time, also
/// while the log is written.
public final class MirrorCheck {
  private MirrorCheck() {}

  /// The bundles that the mirror would need and lacks or has otherwise, in order; none if it is
  /// whole. What the journal of the mirror itself still holds is not asked for.
  ///
  /// @throws LedgerException with code NO_LOG if either has no journal, or CORRUPT
  public static List<String> wanting(LogSource log, LogSource mirror)
      throws LedgerException, LogStorageException {
    long settled = Math.min(settled(log), settled(mirror));
    List<String> wanting = new ArrayList<>();
    for (long index = 0; index < settled / TilePath.FULL; index++) {
      compare(TilePath.entries(index, TilePath.FULL).path(), log, mirror, wanting);
    }
    int width = TreeEdge.partialWidth(settled, 0);
    if (width > 0) {
      // Once more entries have filled the bundle, its earlier widths go.
      compare(TilePath.entries(settled / TilePath.FULL, width).path(), log, mirror, wanting);
    }
    return List.copyOf(wanting);
  }

  private static void compare(String path, LogSource log, LogSource mirror, List<String> wanting)
      throws LogStorageException {
    Optional<Bytes> first = log.read(path);
    if (first.isPresent() && !first.equals(mirror.read(path))) {
      wanting.add(path);
    }
  }

  /// How many entries stand in bundles and not in the journal alone.
  private static long settled(LogSource source) throws LedgerException, LogStorageException {
    for (String path : source.list(JournalSegment.FOLDER)) {
      Optional<Bytes> oldest = source.read(path);
      if (oldest.isPresent()) {
        return JournalSegment.parse(oldest.get()).firstIndex();
      }
    }
    throw new LedgerException(LedgerException.Code.NO_LOG);
  }
}
