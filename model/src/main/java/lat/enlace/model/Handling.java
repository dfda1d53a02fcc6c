// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.EnumSet;
import java.util.Set;

/// The restrictions an item carries wherever it goes.
///
/// @param codes at least one handling code
/// @param action how far a receiver may act
public record Handling(Set<HandlingCode> codes, ActionCode action) {
  /// Only H0 and open action: the least a disclosed item carries.
  public static final Handling LEAST = new Handling(Set.of(HandlingCode.H0), ActionCode.P3);

  /// Checks that a code is there.
  public Handling {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("an item carries at least one handling code");
    }
    codes = Set.copyOf(codes);
  }

  /// What an item derived from both carries: all codes of either, the narrower action (invariant
  /// I8).
  public Handling union(Handling other) {
    EnumSet<HandlingCode> all = EnumSet.copyOf(codes);
    all.addAll(other.codes);
    return new Handling(all, action.compareTo(other.action) <= 0 ? action : other.action);
  }
}
