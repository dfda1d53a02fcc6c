// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import lat.enlace.testkit.ledger.KilledException;

/// Ends a node's process before or after a chosen changing call to one of its ports. Shared by all
/// ports of the node, so that every gap between two adjacent calls can be hit.
public final class Guillotine {
  private long gaps;
  private long killAt = Long.MAX_VALUE;
  private Witness witness = (_, _) -> {};

  /// Sees every gap.
  @FunctionalInterface
  public interface Witness {
    /// @param where before or after which call to a port
    /// @param killed true if the process ends here
    void gap(String where, boolean killed);
  }

  /// Tells {@code other} of every gap from now on.
  public void witnessedBy(Witness other) {
    witness = other;
  }

  /// Lets {@code more} gaps pass and kills in the next.
  public void killAfter(long more) {
    killAt = gaps + more;
  }

  /// Kills no more.
  public void rest() {
    killAt = Long.MAX_VALUE;
  }

  /// How many gaps there were.
  public long gaps() {
    return gaps;
  }

  /// A gap: the process may end here.
  ///
  /// @param where before or after which call to a port
  public void gap(String where) {
    boolean killed = gaps++ >= killAt;
    witness.gap(where, killed);
    if (killed) {
      throw new KilledException();
    }
  }
}
