// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.Set;
import lat.enlace.model.Agency;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;

/// The officer who acts, as the node authenticated him.
public record Officer(
    OfficerId id, Agency agency, UnitId unit, Set<Role> roles, Language language) {
  /// Copies the roles.
  public Officer {
    roles = Set.copyOf(roles);
  }

  /// True if he holds {@code role}.
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
