// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.List;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.Language;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;

/// What a decoy says where this node never asked that partner anything in that language. Whoever
/// knows this list can tell such a decoy; the first question that goes out as it is ends that.
final class StockWords {
  private final Letters letters;

  StockWords(Letters letters) {
    this.letters = letters;
  }

  Wording of(Dispatch question) {
    var header = question.header();
    Basis.UnderInstrument basis = (Basis.UnderInstrument) header.basis();
    Drawing drawn = Drawing.of(letters, "stock", header.to(), basis.caseReference().value());
    List<String> bases = legalBases(header.language());
    List<String> reasons = reasons(header.language());
    return new Wording(
        header.sender().agency().id(),
        header.language(),
        basis.offence(),
        new CaseReference(drawn.letters(basis.caseReference().value())),
        bases.get(drawn.at(0) % bases.size()),
        reasons.get(drawn.at(1) % reasons.size()),
        new EntityId("probe"),
        header.sender().agency().id().value());
  }

  private static List<String> legalBases(Language language) {
    return switch (language) {
      case ES ->
          List.of(
              "orden de la autoridad judicial",
              "solicitud de la fiscalía",
              "código de procedimiento penal",
              "diligencias penales en curso");
      case PT ->
          List.of(
              "ordem da autoridade judicial",
              "pedido do ministério público",
              "código de processo penal",
              "inquérito policial em curso");
      case EN ->
          List.of(
              "order of the court",
              "request of the prosecutor",
              "code of criminal procedure",
              "criminal proceedings under way");
      case FR ->
          List.of(
              "ordonnance du juge",
              "réquisition du procureur",
              "code de procédure pénale",
              "procédure pénale en cours");
      case NL ->
          List.of(
              "bevel van de rechter",
              "vordering van de officier van justitie",
              "wetboek van strafvordering",
              "lopend strafrechtelijk onderzoek");
    };
  }

  private static List<String> reasons(Language language) {
    return switch (language) {
      case ES ->
          List.of(
              "mencionado por un detenido",
              "figura en un registro incautado",
              "contacto frecuente de un imputado",
              "identificación en la causa");
      case PT ->
          List.of(
              "mencionado por um detido",
              "consta de um registro apreendido",
              "contato frequente de um investigado",
              "identificação no processo");
      case EN ->
          List.of(
              "named by a person in custody",
              "found in a seized record",
              "frequent contact of a suspect",
              "identification in the case");
      case FR ->
          List.of(
              "nommé par une personne détenue",
              "figure dans un registre saisi",
              "contact fréquent d'un suspect",
              "identification dans le dossier");
      case NL ->
          List.of(
              "genoemd door een verdachte",
              "komt voor in beslag genomen stukken",
              "vaak in contact met een verdachte",
              "identificatie in de zaak");
    };
  }
}
