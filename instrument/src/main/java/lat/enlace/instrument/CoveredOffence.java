// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import lat.enlace.model.ClauseId;
import lat.enlace.model.OffenceCode;

/// An offence the instrument covers: the international code beside the articles of each party.
public record CoveredOffence(ClauseId clause, OffenceCode code, LocalText title, List<Law> laws) {
  /// Copies.
  public CoveredOffence {
    laws = List.copyOf(laws);
  }
}
