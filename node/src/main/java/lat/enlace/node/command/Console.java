// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.util.Locale;
import java.util.Set;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;

/// Whoever sits at the machine of a stopped node and runs a command: on the ledger as `console`.
final class Console {
  private Console() {}

  static Officer officer(Identity identity, Role role) {
    String state = identity.state().value().toLowerCase(Locale.ROOT);
    return new Officer(
        new OfficerId("console"),
        new Agency(new AgencyId(state + "-node"), identity.state(), AgencyKind.POLICE),
        new UnitId("operations"),
        Set.of(role),
        Language.EN);
  }
}
