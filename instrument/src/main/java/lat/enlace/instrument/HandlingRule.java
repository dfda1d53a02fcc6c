// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.ClauseId;
import lat.enlace.model.Handling;

/// The least restrictions every item under the instrument carries.
public record HandlingRule(ClauseId clause, Handling handling) {}
