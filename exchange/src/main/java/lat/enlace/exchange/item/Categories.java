// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.DataCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;

/// Which statements belong to which data category. What is not listed is never disclosed.
public final class Categories {
  private static final Map<Property, DataCategory> OF =
      Map.ofEntries(
          Map.entry(Property.NAME, DataCategory.IDENTITY),
          Map.entry(Property.FIRST_NAME, DataCategory.IDENTITY),
          Map.entry(Property.MIDDLE_NAME, DataCategory.IDENTITY),
          Map.entry(Property.FATHER_NAME, DataCategory.IDENTITY),
          Map.entry(Property.LAST_NAME, DataCategory.IDENTITY),
          Map.entry(Property.MOTHER_NAME, DataCategory.IDENTITY),
          Map.entry(Property.BIRTH_DATE, DataCategory.IDENTITY),
          Map.entry(Property.BIRTH_PLACE, DataCategory.IDENTITY),
          Map.entry(Property.BIRTH_COUNTRY, DataCategory.IDENTITY),
          Map.entry(Property.NATIONALITY, DataCategory.IDENTITY),
          Map.entry(Property.CITIZENSHIP, DataCategory.IDENTITY),
          Map.entry(Property.COUNTRY, DataCategory.IDENTITY),
          Map.entry(Property.GENDER, DataCategory.IDENTITY),
          Map.entry(Property.ALIAS, DataCategory.ALIAS),
          Map.entry(Property.WEAK_ALIAS, DataCategory.ALIAS),
          Map.entry(Property.PREVIOUS_NAME, DataCategory.ALIAS),
          Map.entry(Property.ID_NUMBER, DataCategory.DOCUMENT),
          Map.entry(Property.PASSPORT_NUMBER, DataCategory.DOCUMENT),
          Map.entry(Property.TAX_NUMBER, DataCategory.DOCUMENT),
          Map.entry(Property.NUMBER, DataCategory.DOCUMENT),
          Map.entry(Property.VIN, DataCategory.VEHICLE),
          Map.entry(Property.LICENCE_PLATE, DataCategory.VEHICLE),
          Map.entry(Property.IMO_NUMBER, DataCategory.VESSEL),
          Map.entry(Property.MMSI, DataCategory.VESSEL),
          Map.entry(Property.CALL_SIGN, DataCategory.VESSEL),
          Map.entry(Property.FLAG, DataCategory.VESSEL),
          Map.entry(Property.SERIAL_NUMBER, DataCategory.FIREARM),
          Map.entry(Property.PHONE, DataCategory.PHONE),
          Map.entry(Property.IMEI, DataCategory.PHONE),
          Map.entry(Property.EMAIL, DataCategory.PHONE),
          Map.entry(Property.IBAN, DataCategory.ACCOUNT),
          Map.entry(Property.ACCOUNT_NUMBER, DataCategory.ACCOUNT),
          Map.entry(Property.REGISTRATION_NUMBER, DataCategory.COMPANY),
          Map.entry(Property.JURISDICTION, DataCategory.COMPANY),
          Map.entry(Property.ADDRESS, DataCategory.ADDRESS),
          Map.entry(Property.CONVICTION, DataCategory.CRIMINAL_RECORD),
          Map.entry(Property.PENDING_CASE, DataCategory.CRIMINAL_RECORD),
          Map.entry(Property.KEEPER, DataCategory.VEHICLE),
          Map.entry(Property.MANUFACTURER, DataCategory.FIREARM),
          Map.entry(Property.IMPORTER, DataCategory.FIREARM),
          Map.entry(Property.LAWFUL_HOLDER, DataCategory.FIREARM),
          Map.entry(Property.TRACE_END, DataCategory.FIREARM),
          Map.entry(Property.DOCUMENT_STATUS, DataCategory.DOCUMENT),
          Map.entry(Property.DOCUMENT_HOLDER, DataCategory.DOCUMENT),
          Map.entry(Property.SUBSCRIBER, DataCategory.PHONE),
          Map.entry(Property.ACCOUNT_HOLDER, DataCategory.ACCOUNT),
          Map.entry(Property.OWNER, DataCategory.COMPANY),
          Map.entry(Property.DIRECTOR, DataCategory.COMPANY),
          Map.entry(Property.SIGHTING, DataCategory.LOCATION),
          Map.entry(Property.SEIZED, DataCategory.LOCATION),
          Map.entry(Property.ATTACHMENT, DataCategory.DOCUMENT),
          Map.entry(Property.RECORDING, DataCategory.BIOMETRIC));

  private Categories() {}

  /// The category of a property; nothing if it is never disclosed.
  static Optional<DataCategory> of(Property property) {
    return Optional.ofNullable(OF.get(property));
  }

  /// The properties in these categories, in the order of their names.
  public static List<Property> properties(Set<DataCategory> categories) {
    return OF.entrySet().stream()
        .filter(one -> categories.contains(one.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// All categories that something is said in.
  public static Set<DataCategory> all(Entity entity) {
    Set<DataCategory> all = EnumSet.noneOf(DataCategory.class);
    entity.statements().forEach(one -> of(one.property()).ifPresent(all::add));
    return all;
  }

  /// The statements of {@code entity} in the categories opened, each with its own grading.
  public static Entity opened(Entity entity, Set<DataCategory> categories) {
    List<Statement> statements =
        entity.statements().stream()
            .filter(statement -> of(statement.property()).filter(categories::contains).isPresent())
            .toList();
    return new Entity(entity.id(), entity.schema(), statements);
  }
}
