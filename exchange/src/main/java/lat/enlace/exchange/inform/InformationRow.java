// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.inform;

import java.util.List;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.model.AgencyId;
import lat.enlace.model.InformationUse;

/// Information sent or received.
///
/// @param agency that sent it from here: none for what was received, or one
/// @param proof key of what was received; empty for what was sent
record InformationRow(Information information, List<AgencyId> agency, String proof) {
  InformationRow {
    agency = List.copyOf(agency);
  }

  InformationRow in(Information.State state, List<InformationUse> use) {
    Information now =
        new Information(
            information.id(),
            information.partner(),
            information.sent(),
            state,
            information.at(),
            information.caseReference(),
            information.item(),
            use);
    return new InformationRow(now, agency, proof);
  }

  InformationRow used(InformationUse use) {
    return in(use.useful() ? Information.State.USEFUL : Information.State.NOT_USEFUL, List.of(use));
  }
}
