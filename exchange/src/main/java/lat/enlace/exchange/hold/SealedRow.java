// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// A record of the sealed list as kept.
///
/// @param person as the file had it, with the id it has there
@PersonalData
public record SealedRow(ConcealedFact why, Entity person) {
  @Override
  public String toString() {
    return "SealedRow[]";
  }
}
