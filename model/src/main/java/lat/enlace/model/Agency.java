// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// An agency of a state.
public record Agency(AgencyId id, StateCode state, AgencyKind kind) {
  /// Checks that the id carries the state's prefix.
  public Agency {
    if (!id.value().startsWith(state.value().toLowerCase(java.util.Locale.ROOT) + "-")) {
      throw new IllegalArgumentException("an agency id begins with its state");
    }
  }
}
