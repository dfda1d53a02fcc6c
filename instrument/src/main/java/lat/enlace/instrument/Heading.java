// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Language;

/// What an instrument is called.
///
/// @param version counts up; the hash of the text, not the version, is what dispatches cite
/// @param authentic the languages whose texts bind equally
public record Heading(InstrumentId id, int version, LocalText title, List<Language> authentic) {
  /// Copies.
  public Heading {
    authentic = List.copyOf(authentic);
  }
}
