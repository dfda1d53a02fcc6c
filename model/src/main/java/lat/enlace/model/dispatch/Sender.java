// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import lat.enlace.model.Agency;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;

/// Who sends: agency, unit and role in clear, the officer as the pseudonym made for this partner.
public record Sender(Agency agency, UnitId unit, Role role, OfficerPseudonym officer) {}
