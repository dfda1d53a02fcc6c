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
import lat.enlace.workbench.entity.EntityFields;

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
  COMPANY("company", Schema.COMPANY),
  /// An organisation that is no company.
  ORGANISATION("organisation", Schema.ORGANIZATION);

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
    return EntityFields.of(schema);
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
      case ORGANISATION, COMPANY -> EnumSet.of(DataCategory.COMPANY);
    };
  }

  /// True for a person; objects are in a case by way of one.
  public boolean person() {
    return this == PERSON;
  }
}
