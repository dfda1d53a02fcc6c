// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Two verified heads of one log, the newer proved to begin with the older. Made only by {@link
/// ConsistencyProof#verify}.
public final class LogGrowth {
  private final VerifiedCheckpoint older;
  private final VerifiedCheckpoint newer;

  LogGrowth(VerifiedCheckpoint older, VerifiedCheckpoint newer) {
    this.older = older;
    this.newer = newer;
  }

  /// The head known before.
  public VerifiedCheckpoint older() {
    return older;
  }

  /// The head that extends it.
  public VerifiedCheckpoint newer() {
    return newer;
  }
}
