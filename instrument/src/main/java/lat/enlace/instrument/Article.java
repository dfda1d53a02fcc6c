// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.ClauseId;

/// One article as people read it, tied to the clause that the machine cites.
public record Article(ClauseId clause, LocalText title, LocalText text) {}
