// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;
import org.jspecify.annotations.Nullable;

/// What {@link Fsck} found.
///
/// `checkpoint` is null if it could not be read. `root` is the root rebuilt from the bundles.
/// `pending` entries stand in the journal and under no checkpoint yet. Without keys,
/// `signaturesChecked` is false and nothing is known about who made the log.
public record FsckReport(
    @Nullable SignedCheckpoint checkpoint,
    Hash root,
    long pending,
    boolean signaturesChecked,
    List<FsckFinding> findings) {
  /// Copies the findings.
  public FsckReport {
    findings = List.copyOf(findings);
  }

  /// True if nothing is wrong with what was checked.
  public boolean sound() {
    return findings.isEmpty();
  }
}
