// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import lat.enlace.model.AgencyId;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.Language;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;

/// How an agency words a question, apart from the person: what an officer typed freely, and in
/// which form.
///
/// @param subject the id that the question gave its subject
/// @param source of its first statement
@PersonalData
record Wording(
    AgencyId agency,
    Language language,
    OffenceCode offence,
    CaseReference caseReference,
    String legalBasis,
    String reason,
    EntityId subject,
    String source) {
  /// Of a question that went out.
  static Wording of(Dispatch question) {
    Basis.UnderInstrument basis = (Basis.UnderInstrument) question.header().basis();
    Asks asked = (Asks) question.body();
    return new Wording(
        question.header().sender().agency().id(),
        question.header().language(),
        basis.offence(),
        basis.caseReference(),
        basis.legalBasis(),
        asked.reason(),
        asked.subject().id(),
        asked.subject().statements().getFirst().source());
  }

  /// How near this is to what an officer would write in {@code question}'s place.
  int nearness(Dispatch question) {
    Wording real = of(question);
    return (language == real.language ? 4 : 0)
        + (agency.equals(real.agency) ? 2 : 0)
        + (offence.equals(real.offence) ? 1 : 0);
  }

  @Override
  public String toString() {
    return "Wording[]";
  }
}
