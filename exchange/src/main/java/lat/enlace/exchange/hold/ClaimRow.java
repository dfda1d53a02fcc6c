// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// A claim as kept.
///
/// @param list whose claim it is
@PersonalData
record ClaimRow(String list, Entity entity) {
  @Override
  public String toString() {
    return "ClaimRow[" + list + "]";
  }
}
