// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// One thing that is wrong with a log, and where.
public record FsckFinding(String path, Problem problem) {
  /// What can be wrong, and how it is mended.
  public enum Problem {
    /// The file is needed and not there.
    MISSING("copy the file from the mirror; tiles can be rebuilt from the bundles"),
    /// The file is not in its form.
    UNREADABLE("copy the file from the mirror; tiles can be rebuilt from the bundles"),
    /// A tile does not hold the hashes that the bundles give.
    TILE_MISMATCH("rebuild the tile from the bundles"),
    /// A bundle does not hold the entries that the tree commits to.
    BUNDLE_MISMATCH("copy the bundle from the mirror"),
    /// The entries give another root than the checkpoint states.
    ROOT_MISMATCH("mend the bundles named; if none is, the checkpoint is not of these entries"),
    /// A line of the checkpoint is missing or does not verify.
    SIGNATURE("copy the checkpoint from the mirror, or open the log to sign it again"),
    /// A journal record is cut short: a batch that was being written when the writer died.
    JOURNAL_TORN("open the log: what was never acknowledged is dropped and reported"),
    /// The journal contradicts itself or the bundles.
    JOURNAL_DAMAGED("copy the journal from the mirror"),
    /// A file that no log of this size has.
    UNEXPECTED("find out who put it there, then remove it");

    private final String mend;

    Problem(String mend) {
      this.mend = mend;
    }

    /// What to do, in one sentence.
    public String mend() {
      return mend;
    }
  }
}
