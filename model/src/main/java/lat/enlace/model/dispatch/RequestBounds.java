// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import static lat.enlace.model.DataCategory.ACCOUNT;
import static lat.enlace.model.DataCategory.ADDRESS;
import static lat.enlace.model.DataCategory.ALIAS;
import static lat.enlace.model.DataCategory.COMPANY;
import static lat.enlace.model.DataCategory.CRIMINAL_RECORD;
import static lat.enlace.model.DataCategory.DOCUMENT;
import static lat.enlace.model.DataCategory.FIREARM;
import static lat.enlace.model.DataCategory.IDENTITY;
import static lat.enlace.model.DataCategory.LOCATION;
import static lat.enlace.model.DataCategory.PHONE;
import static lat.enlace.model.DataCategory.VEHICLE;
import static lat.enlace.model.DataCategory.VESSEL;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.DataCategory;
import lat.enlace.model.RequestType;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// The structured form of each type of request (docs/spec/requests.md, "Types"): what it may be
/// about, what identifies the subject, and which categories it may ask for. A field outside the
/// form is refused, not ignored.
public final class RequestBounds {
  private static final Set<Property> PERSON =
      Set.of(
          Property.NAME,
          Property.FIRST_NAME,
          Property.MIDDLE_NAME,
          Property.FATHER_NAME,
          Property.LAST_NAME,
          Property.MOTHER_NAME,
          Property.PREVIOUS_NAME,
          Property.ALIAS,
          Property.WEAK_ALIAS,
          Property.BIRTH_DATE,
          Property.BIRTH_PLACE,
          Property.BIRTH_COUNTRY,
          Property.NATIONALITY,
          Property.GENDER,
          Property.ID_NUMBER,
          Property.PASSPORT_NUMBER);
  private static final Set<Property> NAMES_PERSON =
      Set.of(
          Property.NAME,
          Property.FIRST_NAME,
          Property.LAST_NAME,
          Property.FATHER_NAME,
          Property.ALIAS,
          Property.ID_NUMBER,
          Property.PASSPORT_NUMBER);

  private RequestBounds() {}

  /// In what a request leaves its form.
  public enum Excess {
    /// The subject is of another schema.
    SCHEMA("this type of request is about something else"),
    /// Nothing says which subject is meant.
    SUBJECT("say what identifies the subject: the form of this type lists it"),
    /// A property the form does not have.
    PROPERTY("this type of request has no such field"),
    /// No category, or one that this type never asks for.
    WANTED("ask for at least one category, of those that this type is for");

    private final String rule;

    Excess(String rule) {
      this.rule = rule;
    }

    /// What the sender keeps to, in English, without any value.
    public String rule() {
      return rule;
    }
  }

  /// The form of a type.
  ///
  /// @param schemas what the subject may be
  /// @param identifies properties of which at least one is given
  /// @param properties all that may be given
  /// @param wanted the categories that may be asked for
  public record Fields(
      List<Schema> schemas,
      Set<Property> identifies,
      Set<Property> properties,
      Set<DataCategory> wanted) {
    /// Copies.
    public Fields {
      schemas = List.copyOf(schemas);
      identifies = Set.copyOf(identifies);
      properties = Set.copyOf(properties);
      wanted = Set.copyOf(wanted);
    }
  }

  /// The form of {@code type}.
  public static Fields of(RequestType type) {
    return switch (type) {
      case IDENTITY -> person(IDENTITY, ALIAS, DOCUMENT);
      case CRIMINAL_RECORD -> person(CRIMINAL_RECORD, IDENTITY);
      case RESIDENCE -> person(ADDRESS, IDENTITY);
      case VEHICLE_KEEPER -> about(Schema.VEHICLE, EnumSet.of(VEHICLE));
      case FIREARM_TRACE -> about(Schema.FIREARM, EnumSet.of(FIREARM, LOCATION));
      case PHONE_SUBSCRIBER -> about(Schema.PHONE, EnumSet.of(PHONE, ADDRESS));
      case BANK_ACCOUNT -> about(Schema.BANK_ACCOUNT, EnumSet.of(ACCOUNT));
      case COMPANY -> about(Schema.COMPANY, EnumSet.of(COMPANY, ADDRESS));
      case DOCUMENT_CHECK ->
          either(List.of(Schema.IDENTIFICATION, Schema.PASSPORT), EnumSet.of(DOCUMENT));
      case SEIZURE ->
          either(
              List.of(
                  Schema.VEHICLE,
                  Schema.VESSEL,
                  Schema.AIRPLANE,
                  Schema.FIREARM,
                  Schema.PHONE,
                  Schema.IDENTIFICATION,
                  Schema.PASSPORT),
              EnumSet.of(LOCATION, VEHICLE, VESSEL, FIREARM, PHONE, DOCUMENT));
      case SURVEILLANCE_SUPPORT ->
          either(
              List.of(Schema.PERSON, Schema.VEHICLE, Schema.VESSEL, Schema.AIRPLANE),
              EnumSet.of(LOCATION, VEHICLE, VESSEL));
      case OTHER -> either(List.of(Schema.values()), EnumSet.allOf(DataCategory.class));
    };
  }

  private static Fields person(DataCategory first, DataCategory... more) {
    return about(Schema.PERSON, EnumSet.of(first, more));
  }

  private static Fields about(Schema schema, Set<DataCategory> wanted) {
    return either(List.of(schema), wanted);
  }

  private static Fields either(List<Schema> schemas, Set<DataCategory> wanted) {
    Set<Property> identifies = new HashSet<>();
    Set<Property> properties = new HashSet<>();
    for (Schema schema : schemas) {
      identifies.addAll(identifying(schema));
      properties.addAll(properties(schema));
    }
    return new Fields(schemas, identifies, properties, wanted);
  }

  /// What says which one of its schema is meant.
  public static Set<Property> identifying(Schema schema) {
    return switch (schema) {
      case PERSON -> NAMES_PERSON;
      case ORGANIZATION, COMPANY, LEGAL_ENTITY, PUBLIC_BODY ->
          Set.of(Property.NAME, Property.REGISTRATION_NUMBER, Property.TAX_NUMBER);
      case VEHICLE -> Set.of(Property.LICENCE_PLATE, Property.VIN);
      case VESSEL -> Set.of(Property.NAME, Property.IMO_NUMBER, Property.MMSI, Property.CALL_SIGN);
      case AIRPLANE -> Set.of(Property.REGISTRATION_NUMBER, Property.SERIAL_NUMBER);
      case FIREARM -> Set.of(Property.SERIAL_NUMBER);
      case IDENTIFICATION, PASSPORT -> Set.of(Property.NUMBER);
      case BANK_ACCOUNT -> Set.of(Property.IBAN, Property.ACCOUNT_NUMBER);
      case PHONE -> Set.of(Property.PHONE, Property.IMEI);
      case ADDRESS -> Set.of(Property.ADDRESS);
    };
  }

  private static Set<Property> properties(Schema schema) {
    if (schema == Schema.PERSON) {
      return PERSON;
    }
    Set<Property> all = new HashSet<>(identifying(schema));
    all.add(Property.COUNTRY);
    switch (schema) {
      case FIREARM -> all.addAll(Set.of(Property.NAME, Property.MANUFACTURER));
      case VESSEL -> all.add(Property.FLAG);
      case COMPANY, ORGANIZATION, LEGAL_ENTITY, PUBLIC_BODY ->
          all.addAll(Set.of(Property.ALIAS, Property.JURISDICTION));
      case PERSON, VEHICLE, AIRPLANE, IDENTIFICATION, PASSPORT, BANK_ACCOUNT, PHONE, ADDRESS -> {
        // The country is all that their forms add.
      }
    }
    return all;
  }

  /// The first rule of the form of {@code type} that is broken.
  public static Optional<Excess> excess(
      RequestType type, Entity subject, Set<DataCategory> wanted) {
    Fields form = of(type);
    if (!form.schemas().contains(subject.schema())) {
      return Optional.of(Excess.SCHEMA);
    }
    Set<Property> identifying = identifying(subject.schema());
    Set<Property> allowed = properties(subject.schema());
    if (subject.statements().stream().noneMatch(one -> identifying.contains(one.property()))) {
      return Optional.of(Excess.SUBJECT);
    }
    if (!subject.statements().stream().allMatch(one -> allowed.contains(one.property()))) {
      return Optional.of(Excess.PROPERTY);
    }
    return wanted.isEmpty() || !form.wanted().containsAll(wanted)
        ? Optional.of(Excess.WANTED)
        : Optional.empty();
  }
}
