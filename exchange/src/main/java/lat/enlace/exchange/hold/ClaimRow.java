// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.time.Instant;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// A claim as kept.
///
/// @param list whose claim it is
/// @param imported when this edition of the list came in
@PersonalData
record ClaimRow(String list, Instant imported, Entity entity) {
  @Override
  public String toString() {
    return "ClaimRow[" + list + "]";
  }
}
