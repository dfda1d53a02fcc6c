// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.function.Supplier;

/// States what must hold.
final class Check {
  private Check() {}

  static void that(Invariant invariant, boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(invariant, otherwise);
    }
  }

  /// The same where words cost more than the look.
  static void that(Invariant invariant, boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new Violation(invariant, otherwise.get());
    }
  }

  static void equal(Invariant invariant, Object found, Object expected, String what) {
    that(
        invariant,
        found.equals(expected),
        () -> what + ": found " + found + ", expected " + expected);
  }
}
