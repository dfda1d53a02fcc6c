// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.util.List;
import lat.enlace.bytes.Bytes;

/// What one log proves to one reader: a checkpoint once, how it extends the last one seen, and
/// entries that stand under it. Dispatches travel in one, receipts come back in another.
///
/// @param nodeRecord number of the author's node record whose log keys signed the checkpoint
/// @param checkpoint the exact signed note (C2SP tlog-checkpoint)
/// @param entries at most 1,024; none is a sign of life that still shows the log's head
public record LogExtract(
    long nodeRecord, Bytes checkpoint, ConsistencyPath consistency, List<ProvenEntry> entries) {
  /// Copies and checks the bounds.
  public LogExtract {
    entries = List.copyOf(entries);
    if (nodeRecord < 0
        || checkpoint.size() > Bounds.MAX_CHECKPOINT_BYTES
        || entries.size() > Bounds.MAX_ENTRIES) {
      throw new IllegalArgumentException("an extract beyond its bounds");
    }
  }
}
