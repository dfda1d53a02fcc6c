// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.page.Words;
import org.springframework.stereotype.Component;

/// Which fields describe an entity of each schema, how each is filled in, and what was typed in
/// them as statements. Field names are {@code p.} and the property.
@Component("entityFields")
public class EntityFields {
  /// Before the property in the name of a field.
  public static final String PREFIX = "p.";

  private final Words words;
  private final Clock clock;

  EntityFields(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  /// The fields of a schema, in the order of a form.
  public static List<Property> of(Schema schema) {
    return switch (schema) {
      case PERSON, LEGAL_ENTITY ->
          List.of(
              Property.NAME,
              Property.ALIAS,
              Property.BIRTH_DATE,
              Property.BIRTH_PLACE,
              Property.NATIONALITY,
              Property.GENDER,
              Property.ID_NUMBER,
              Property.PASSPORT_NUMBER);
      case ORGANIZATION, COMPANY, PUBLIC_BODY ->
          List.of(
              Property.NAME,
              Property.ALIAS,
              Property.REGISTRATION_NUMBER,
              Property.TAX_NUMBER,
              Property.JURISDICTION);
      case VEHICLE -> List.of(Property.LICENCE_PLATE, Property.VIN, Property.COUNTRY);
      case VESSEL ->
          List.of(
              Property.NAME, Property.IMO_NUMBER, Property.MMSI, Property.CALL_SIGN, Property.FLAG);
      case AIRPLANE ->
          List.of(Property.REGISTRATION_NUMBER, Property.SERIAL_NUMBER, Property.COUNTRY);
      case FIREARM -> List.of(Property.SERIAL_NUMBER, Property.NAME, Property.COUNTRY);
      case IDENTIFICATION, PASSPORT -> List.of(Property.NUMBER, Property.COUNTRY);
      case BANK_ACCOUNT -> List.of(Property.IBAN, Property.ACCOUNT_NUMBER, Property.COUNTRY);
      case PHONE -> List.of(Property.PHONE, Property.IMEI, Property.COUNTRY);
      case ADDRESS -> List.of(Property.ADDRESS, Property.COUNTRY);
    };
  }

  /// How a field is filled in: {@code country}, {@code gender}, {@code lines} or {@code line}.
  public static String input(Property property) {
    if (Words.namesCountry(property)) {
      return "country";
    }
    if (property.equals(Property.GENDER)) {
      return "gender";
    }
    return property.equals(Property.ALIAS) ? "lines" : "line";
  }

  /// The codes of all countries, in the order of their names in the reader's language.
  public List<String> countries() {
    return Countries.in(words.language());
  }

  /// What was typed in a field: one value a line, countries in small letters.
  public static List<String> values(Property property, List<String> typed) {
    boolean country = input(property).equals("country");
    return typed.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> country ? value.toLowerCase(Locale.ROOT) : value)
        .distinct()
        .toList();
  }

  /// The entity as {@code by} states it now, a fact not assessed further; without statements if
  /// nothing was typed.
  public Entity stated(Schema schema, EntityId id, Map<String, String> fields, Officer by) {
    List<Statement> statements = new ArrayList<>();
    for (Property property : of(schema)) {
      String typed = fields.getOrDefault(PREFIX + property.name(), "");
      for (String value : values(property, List.of(typed))) {
        statements.add(
            new Statement(
                property,
                value,
                StatementKind.FACT,
                Grading.UNASSESSED,
                by.agency().id().value(),
                clock.now()));
      }
    }
    return new Entity(id, schema, statements);
  }
}
