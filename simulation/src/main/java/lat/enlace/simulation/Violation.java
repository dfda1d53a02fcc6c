// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.io.Serial;

/// An invariant does not hold.
public final class Violation extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Invariant invariant;

  /// With what was seen, in codes and ids.
  public Violation(Invariant invariant, String seen) {
    super(invariant + ": " + seen);
    this.invariant = invariant;
  }

  /// With what was thrown.
  public Violation(Invariant invariant, String seen, Throwable cause) {
    super(invariant + ": " + seen, cause);
    this.invariant = invariant;
  }

  /// Which.
  public Invariant invariant() {
    return invariant;
  }
}
