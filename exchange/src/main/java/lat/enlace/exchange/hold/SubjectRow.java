// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.model.AgencyId;
import lat.enlace.model.PersonalData;

/// A case subject as kept.
///
/// @param agency whose case it is: no other replaces or withdraws it
@PersonalData
record SubjectRow(CaseSubject subject, AgencyId agency) {
  @Override
  public String toString() {
    return "SubjectRow[" + agency + "]";
  }
}
