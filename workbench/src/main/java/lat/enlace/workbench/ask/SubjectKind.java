// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// What can be asked about, each with the fields of its form.
public enum SubjectKind implements Coded {
  /// A person.
  PERSON("person", Schema.PERSON),
  /// A road vehicle.
  VEHICLE("vehicle", Schema.VEHICLE),
  /// A vessel.
  VESSEL("vessel", Schema.VESSEL),
  /// An aircraft.
  AIRCRAFT("aircraft", Schema.AIRPLANE),
  /// A firearm.
  FIREARM("firearm", Schema.FIREARM),
  /// An identity or travel document.
  DOCUMENT("document", Schema.IDENTIFICATION),
  /// A bank account.
  ACCOUNT("account", Schema.BANK_ACCOUNT),
  /// A telephone line or device.
  PHONE("phone", Schema.PHONE),
  /// A company.
  COMPANY("company", Schema.COMPANY);

  private static final Set<Property> COUNTRIES =
      Set.of(
          Property.COUNTRY,
          Property.NATIONALITY,
          Property.FLAG,
          Property.JURISDICTION,
          Property.BIRTH_COUNTRY);

  private final String code;
  private final Schema schema;

  SubjectKind(String code, Schema schema) {
    this.code = code;
    this.schema = schema;
  }

  @Override
  public String code() {
    return code;
  }

  /// The schema of the entity asked about.
  public Schema schema() {
    return schema;
  }

  /// The fields, in the order of the form.
  public List<Property> properties() {
    return switch (this) {
      case PERSON ->
          List.of(
              Property.NAME,
              Property.ALIAS,
              Property.BIRTH_DATE,
              Property.BIRTH_PLACE,
              Property.NATIONALITY,
              Property.GENDER,
              Property.ID_NUMBER,
              Property.PASSPORT_NUMBER);
      case VEHICLE -> List.of(Property.LICENCE_PLATE, Property.VIN, Property.COUNTRY);
      case VESSEL ->
          List.of(
              Property.NAME, Property.IMO_NUMBER, Property.MMSI, Property.CALL_SIGN, Property.FLAG);
      case AIRCRAFT ->
          List.of(Property.REGISTRATION_NUMBER, Property.SERIAL_NUMBER, Property.COUNTRY);
      case FIREARM -> List.of(Property.SERIAL_NUMBER, Property.NAME, Property.COUNTRY);
      case DOCUMENT -> List.of(Property.NUMBER, Property.COUNTRY);
      case ACCOUNT -> List.of(Property.IBAN, Property.ACCOUNT_NUMBER, Property.COUNTRY);
      case PHONE -> List.of(Property.PHONE, Property.IMEI, Property.COUNTRY);
      case COMPANY ->
          List.of(
              Property.NAME,
              Property.ALIAS,
              Property.REGISTRATION_NUMBER,
              Property.TAX_NUMBER,
              Property.JURISDICTION);
    };
  }

  /// The categories wanted unless the officer says otherwise.
  public Set<DataCategory> wanted() {
    return switch (this) {
      case PERSON -> EnumSet.of(DataCategory.IDENTITY, DataCategory.ALIAS, DataCategory.DOCUMENT);
      case VEHICLE -> EnumSet.of(DataCategory.VEHICLE);
      case VESSEL, AIRCRAFT -> EnumSet.of(DataCategory.VESSEL);
      case FIREARM -> EnumSet.of(DataCategory.FIREARM);
      case DOCUMENT -> EnumSet.of(DataCategory.DOCUMENT);
      case ACCOUNT -> EnumSet.of(DataCategory.ACCOUNT);
      case PHONE -> EnumSet.of(DataCategory.PHONE);
      case COMPANY -> EnumSet.of(DataCategory.COMPANY);
    };
  }

  /// True for a person; objects are in a case by way of one.
  public boolean person() {
    return this == PERSON;
  }

  /// How a field is filled in: {@code country}, {@code gender}, {@code lines} or {@code line}.
  public String input(Property property) {
    if (COUNTRIES.contains(property)) {
      return "country";
    }
    if (property.equals(Property.GENDER)) {
      return "gender";
    }
    return property.equals(Property.ALIAS) ? "lines" : "line";
  }
}
