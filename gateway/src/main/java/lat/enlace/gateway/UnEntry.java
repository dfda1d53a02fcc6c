// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// One entry of the UN list as an entity. The list's four name fields say nothing about given or
/// family names, so they only make the full name.
final class UnEntry {
  private static final Property POSITION = new Property("position");
  private static final Property TITLE = new Property("title");
  private static final Property PROGRAM = new Property("program");
  private static final Property PROGRAM_ID = new Property("programId");
  private static final List<String> NAMES =
      List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");
  private static final int YEAR_LENGTH = 4;

  private UnEntry() {}

  static Entity individual(XmlNode entry, EntityBuilder entity) throws GatewayException {
    names(entry, entity);
    entry.all("INDIVIDUAL_ALIAS").forEach(alias -> alias(alias, entity));
    entry.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(birth -> birthDate(birth, entity));
    entry.all("INDIVIDUAL_PLACE_OF_BIRTH").forEach(place -> birthPlace(place, entity));
    values(entry, "NATIONALITY").forEach(value -> entity.country(Property.NATIONALITY, value));
    values(entry, "TITLE").forEach(value -> entity.text(TITLE, value));
    values(entry, "DESIGNATION").forEach(value -> entity.text(POSITION, value));
    gender(entry.text("GENDER"), entity);
    entry.all("INDIVIDUAL_DOCUMENT").forEach(document -> document(document, entity));
    entry
        .all("INDIVIDUAL_ADDRESS")
        .forEach(address -> entity.text(Property.ADDRESS, line(address)));
    listing(entry, entity);
    return entity.build(entry.text("DATAID"), Schema.PERSON);
  }

  static Entity organisation(XmlNode entry, EntityBuilder entity) throws GatewayException {
    names(entry, entity);
    entry.all("ENTITY_ALIAS").forEach(alias -> alias(alias, entity));
    for (XmlNode address : entry.all("ENTITY_ADDRESS")) {
      entity.text(Property.ADDRESS, line(address));
      entity.country(Property.COUNTRY, address.text("COUNTRY"));
    }
    listing(entry, entity);
    return entity.build(entry.text("DATAID"), Schema.ORGANIZATION);
  }

  private static void names(XmlNode entry, EntityBuilder entity) {
    entity.text(Property.NAME, NAMES.stream().map(entry::text).collect(Collectors.joining(" ")));
    entity.text(Property.NAME, entry.text("NAME_ORIGINAL_SCRIPT"));
  }

  private static void alias(XmlNode alias, EntityBuilder entity) {
    Property kind =
        switch (alias.text("QUALITY").toLowerCase(Locale.ROOT)) {
          case "low" -> Property.WEAK_ALIAS;
          case "f.k.a." -> Property.PREVIOUS_NAME;
          default -> Property.ALIAS;
        };
    entity.text(kind, alias.text("ALIAS_NAME"));
    entity.date(Property.BIRTH_DATE, alias.text("DATE_OF_BIRTH"));
    String place = joined(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH");
    entity.text(Property.BIRTH_PLACE, place);
    entity.country(Property.BIRTH_COUNTRY, alias.text("COUNTRY_OF_BIRTH"));
    entity.text(Property.NOTES, alias.text("NOTE"));
  }

  private static void birthDate(XmlNode birth, EntityBuilder entity) {
    String type = birth.text("TYPE_OF_DATE");
    String from = birth.text("FROM_YEAR");
    String to = birth.text("TO_YEAR");
    if (type.equals("BETWEEN") && isYear(from) && isYear(to)) {
      for (String year : DateText.years(Integer.parseInt(from), Integer.parseInt(to))) {
        entity.date(Property.BIRTH_DATE, year);
      }
      entity.text(Property.NOTES, "Born between " + from + " and " + to);
    }
    String date = birth.text("DATE");
    entity.date(Property.BIRTH_DATE, date.isEmpty() ? birth.text("YEAR") : date);
    if (type.equals("APPROXIMATELY")) {
      entity.text(Property.NOTES, "Birth date approximate");
    }
    entity.text(Property.NOTES, birth.text("NOTE"));
  }

  private static boolean isYear(String text) {
    return text.length() == YEAR_LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static void birthPlace(XmlNode place, EntityBuilder entity) {
    entity.text(Property.BIRTH_PLACE, joined(place, "CITY", "STATE_PROVINCE", "COUNTRY"));
    entity.country(Property.BIRTH_COUNTRY, place.text("COUNTRY"));
    entity.text(Property.NOTES, place.text("NOTE"));
  }

  private static void document(XmlNode document, EntityBuilder entity) {
    String type = document.text("TYPE_OF_DOCUMENT").toLowerCase(Locale.ROOT);
    boolean passport = type.contains("pass") || type.contains("pasaporte");
    entity.text(passport ? Property.PASSPORT_NUMBER : Property.ID_NUMBER, document.text("NUMBER"));
    entity.text(Property.NOTES, document.text("NOTE"));
  }

  private static void gender(String gender, EntityBuilder entity) {
    String plain = gender.toLowerCase(Locale.ROOT);
    if (plain.equals("male") || plain.equals("female")) {
      entity.text(Property.GENDER, plain);
    }
  }

  private static void listing(XmlNode entry, EntityBuilder entity) {
    entity.text(PROGRAM, entry.text("UN_LIST_TYPE"));
    entity.text(PROGRAM_ID, entry.text("REFERENCE_NUMBER"));
    entity.text(Property.NOTES, entry.text("COMMENTS1"));
  }

  private static String line(XmlNode address) {
    return joined(address, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE");
  }

  private static String joined(XmlNode node, String... names) {
    return Stream.of(names)
        .map(node::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static List<String> values(XmlNode entry, String name) {
    return entry.all(name).stream().flatMap(node -> node.texts("VALUE").stream()).toList();
  }
}
