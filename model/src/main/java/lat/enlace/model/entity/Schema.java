// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import lat.enlace.model.Coded;

/// What an entity is; codes are the FollowTheMoney schema names, extended where policing needs it.
public enum Schema implements Coded {
  /// A natural person.
  PERSON("Person"),
  /// An organisation of any form.
  ORGANIZATION("Organization"),
  /// A company.
  COMPANY("Company"),
  /// A person or organisation, not known which.
  LEGAL_ENTITY("LegalEntity"),
  /// A public body.
  PUBLIC_BODY("PublicBody"),
  /// A road vehicle.
  VEHICLE("Vehicle"),
  /// A vessel.
  VESSEL("Vessel"),
  /// An aircraft.
  AIRPLANE("Airplane"),
  /// A firearm (extension).
  FIREARM("Firearm"),
  /// An identity document.
  IDENTIFICATION("Identification"),
  /// A passport.
  PASSPORT("Passport"),
  /// A bank account.
  BANK_ACCOUNT("BankAccount"),
  /// A telephone line or device (extension).
  PHONE("Phone"),
  /// An address.
  ADDRESS("Address");

  private final String code;

  Schema(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True unless it says that it is a thing or an organisation.
  public boolean mayBePerson() {
    return this == PERSON || this == LEGAL_ENTITY;
  }

  /// True for entities that are, or may be, persons or organisations and so have names that are
  /// compared as names.
  public boolean isParty() {
    return switch (this) {
      case PERSON, ORGANIZATION, COMPANY, LEGAL_ENTITY, PUBLIC_BODY -> true;
      case VEHICLE,
          VESSEL,
          AIRPLANE,
          FIREARM,
          IDENTIFICATION,
          PASSPORT,
          BANK_ACCOUNT,
          PHONE,
          ADDRESS ->
          false;
    };
  }
}
