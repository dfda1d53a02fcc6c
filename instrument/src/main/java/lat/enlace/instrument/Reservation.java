// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.StateCode;

/// A narrowing that one party made when it joined; it holds between that party and every other.
public record Reservation(StateCode by, RightsClause clause) {}
