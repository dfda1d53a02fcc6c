// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.Country;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.model.entity.Values;

/// Gathers the statements of one record of someone else's format. Blank values are left out, white
/// space is brought to single blanks, equal statements are made once; countries become codes and
/// dates ISO 8601 where they can be read, and stay as written, with a warning, where not.
final class EntityBuilder {
  private static final char NO_BREAK_SPACE = '\u00a0';

  /// What lists write around the name of a country.
  private static final Pattern QUALIFIED =
      Pattern.compile("^:? *possibly |^: | \\(.*| by birth$", Pattern.CASE_INSENSITIVE);

  private final Provenance provenance;
  private final Place place;
  private final Intake intake;
  private final Set<Statement> statements = new LinkedHashSet<>();

  EntityBuilder(Provenance provenance, Place place, Intake intake) {
    this.provenance = provenance;
    this.place = place;
    this.intake = intake;
  }

  /// {@code text} with every run of white space as one blank, and none at the ends.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == NO_BREAK_SPACE) {
        blank = true;
      } else {
        if (blank && !plain.isEmpty()) {
          plain.append(' ');
        }
        blank = false;
        plain.append(c);
      }
    }
    return plain.toString();
  }

  EntityBuilder text(Property property, String value) {
    String plain = plain(value);
    if (plain.isEmpty()) {
      return this;
    }
    if (plain.length() > Statement.MAX_VALUE_LENGTH) {
      intake.warn(ImportWarning.Code.VALUE_SPLIT, place);
    }
    for (String piece : Values.pieces(plain)) {
      statements.add(provenance.states(property, piece));
    }
    return this;
  }

  EntityBuilder country(Property property, String value) {
    String plain = plain(value);
    if (plain.isEmpty()) {
      return this;
    }
    Optional<Country> country =
        Country.named(plain).or(() -> Country.named(QUALIFIED.matcher(plain).replaceAll("")));
    if (country.isEmpty()) {
      intake.warn(ImportWarning.Code.UNKNOWN_COUNTRY, place);
    }
    return text(property, country.map(Country::code).orElse(plain));
  }

  EntityBuilder date(Property property, String value) {
    String plain = plain(value);
    if (plain.isEmpty()) {
      return this;
    }
    Optional<String> date = DateText.iso(plain);
    if (date.isEmpty()) {
      intake.warn(ImportWarning.Code.UNREADABLE_DATE, place);
    }
    return text(property, date.orElse(plain));
  }

  /// Adds {@code value} in the manner of {@code property}: as country, date or text.
  EntityBuilder value(Property property, String value) {
    return switch (property.name()) {
      case "nationality",
          "citizenship",
          "country",
          "mainCountry",
          "birthCountry",
          "jurisdiction",
          "flag",
          "pastFlags" ->
          country(property, value);
      case "birthDate", "deathDate", "incorporationDate", "dissolutionDate", "buildDate" ->
          date(property, value);
      default -> text(property, value);
    };
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  Set<Statement> statements() throws GatewayException {
    if (statements.size() > Entity.MAX_STATEMENTS) {
      throw new GatewayException(GatewayException.Code.TOO_MANY_STATEMENTS, place);
    }
    return statements;
  }

  Entity build(String id, Schema schema) throws GatewayException {
    if (statements.isEmpty()) {
      throw new GatewayException(GatewayException.Code.MISSING_NAME, place);
    }
    return new Entity(id(id), schema, statements().stream().toList());
  }

  private EntityId id(String id) throws GatewayException {
    String plain = plain(id);
    if (plain.isEmpty()) {
      throw new GatewayException(GatewayException.Code.MISSING_ID, place);
    }
    try {
      return new EntityId(plain);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(GatewayException.Code.BAD_ID, place);
    }
  }
}
