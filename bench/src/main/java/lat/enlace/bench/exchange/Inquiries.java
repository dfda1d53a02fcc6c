// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// Whereabouts inquiries of about 4 KiB about invented people, each of another name. Both nodes
/// decide each and enter their decision; nobody answers.
final class Inquiries {
  private static final int TEXT_LENGTH = 2_900;
  private static final Instant SINCE = Instant.parse("2026-01-15T12:00:00Z");

  private final Officer officer = TwoStates.officer(TwoStates.ASKING, Role.ANALYST);
  private final NodeId partner = TwoStates.node(TwoStates.HOLDING);

  /// Sends the one with this number.
  boolean send(Exchange exchange, long number) throws ExchangeException {
    exchange
        .whereabouts()
        .inquire(
            officer,
            partner,
            "CO-2026-" + number,
            "Ley inventada 906, art. 205",
            person(number),
            WhereaboutsBody.Inquiry.AskedBy.FAMILY);
    return true;
  }

  private static Entity person(long number) {
    String digits = Long.toString(10_000_000 + number);
    return new Entity(
        new EntityId("persona-" + number),
        Schema.PERSON,
        List.of(
            fact(Property.NAME, "Ejemplo Inventada Numero " + words(digits)),
            fact(Property.BIRTH_DATE, "1980-02-03"),
            fact(Property.ID_NUMBER, digits),
            fact(Property.BIRTH_PLACE, "Lugar inventado ".repeat(TEXT_LENGTH / 16))));
  }

  private static String words(String digits) {
    StringBuilder name = new StringBuilder();
    digits.chars().forEach(digit -> name.append((char) ('a' + (digit - '0'))));
    return name.toString();
  }

  private static Statement fact(Property property, String value) {
    return new Statement(
        property,
        value,
        StatementKind.FACT,
        new Grading(SourceGrade.B, InformationGrade.CORROBORATED),
        "registro inventado",
        SINCE);
  }
}
