// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// What was found when a log was opened.
///
/// `size` entries are there, all that were ever acknowledged; `replayed` of them were brought back
/// from the journal; `publishedSize` was the size of the checkpoint found. `droppedBytes` at the
/// end of the journal belonged to a batch that was being written when the writer died and was never
/// acknowledged: it is not in the log and its sender must offer it again.
public record Recovery(long size, long replayed, long publishedSize, int droppedBytes) {
  /// True if a batch was lost that nobody was told was kept.
  public boolean dropped() {
    return droppedBytes > 0;
  }
}
