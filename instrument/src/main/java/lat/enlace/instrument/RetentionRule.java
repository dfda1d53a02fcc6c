// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;

/// How long disclosed data of some categories may be kept.
///
/// @param days from receipt until erasure
/// @param renewable whether a person may keep it for as long again, with a reason, each time its
///   day draws near
public record RetentionRule(ClauseId clause, Set<DataCategory> data, int days, boolean renewable) {
  /// Copies.
  public RetentionRule {
    data = Set.copyOf(data);
  }
}
