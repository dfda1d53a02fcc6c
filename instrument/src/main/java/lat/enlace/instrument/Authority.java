// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Set;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.StateCode;

/// An office of a state that can authorise steps under an instrument.
///
/// @param authorises the kinds whose steps it can authorise
public record Authority(
    AuthorityId id,
    StateCode state,
    String name,
    AuthorityRole role,
    Set<DispatchKind> authorises) {
  /// Copies.
  public Authority {
    authorises = Set.copyOf(authorises);
  }
}
