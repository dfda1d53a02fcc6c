// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// Makes invented people. Surnames such as Ejemplo and Inventado make plain that nobody is meant.
public final class People {
  private static final List<String> GIVEN =
      List.of("Ana", "Luis", "Marta", "Iván", "Rosa", "Jorge", "Elena", "Pedro", "Lucía", "Tomás");
  private static final List<String> FIRST =
      List.of("Ejemplo", "Inventado", "Ficticia", "Supuesto", "Muestra", "Ensayo");
  private static final List<String> SECOND =
      List.of("Prueba", "Nadie", "Imaginario", "Modelo", "Dechado", "Simulacro");
  private static final Instant SINCE = Instant.parse("2026-01-15T12:00:00Z");

  private People() {}

  /// Somebody of full age; the same seed gives the same person.
  public static Entity any(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String name = pick(GIVEN, random) + " " + pick(FIRST, random) + " " + pick(SECOND, random);
    LocalDate born = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(15_000));
    return person(
        "persona-" + Long.toUnsignedString(seed), name, born.toString(), 10_000_000 + seed);
  }

  /// A person of this name.
  ///
  /// @param born ISO date, or empty if it is not known
  /// @param document number of an invented document, or 0 for none
  public static Entity person(String id, String name, String born, long document) {
    List<Statement> statements = new ArrayList<>();
    statements.add(fact(Property.NAME, name));
    if (!born.isEmpty()) {
      statements.add(fact(Property.BIRTH_DATE, born));
    }
    if (document > 0) {
      statements.add(fact(Property.ID_NUMBER, Long.toString(document)));
      statements.add(fact(Property.ADDRESS, "Calle Inventada " + document % 100));
      statements.add(fact(Property.NOTES, "apunte interno inventado"));
    }
    return new Entity(new EntityId(id), Schema.PERSON, statements);
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

  private static String pick(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
