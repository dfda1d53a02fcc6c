// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;

/// How long disclosed data of some categories may be kept.
///
/// @param days from receipt until erasure or a renewal by a person
public record RetentionRule(ClauseId clause, Set<DataCategory> data, int days) {
  /// Copies.
  public RetentionRule {
    data = Set.copyOf(data);
  }
}
