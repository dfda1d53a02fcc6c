// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.Optional;
import lat.enlace.model.entity.Property;

/// What a number numbers. Numbers are compared only within one kind; documents of all sorts are one
/// kind, because sources disagree on what they call them.
enum NumberKind {
  /// Passports, identity cards, tax and registration numbers: a person has several.
  DOCUMENT(false),
  /// IMO number: one hull, for life.
  IMO(true),
  /// Maritime mobile service identity: changes with the flag.
  MMSI(false),
  /// Call sign: changes with the flag.
  CALL_SIGN(false),
  /// Vehicle identification number: one vehicle, for life.
  VIN(true),
  /// Serial number of an aircraft or firearm.
  SERIAL(true),
  /// Bank accounts.
  ACCOUNT(false),
  /// Telephone numbers.
  PHONE(false),
  /// Device identity.
  IMEI(true),
  /// Mail addresses.
  EMAIL(false),
  /// Plates.
  PLATE(false);

  private final boolean single;

  NumberKind(boolean single) {
    this.single = single;
  }

  /// Whether two different numbers mean two different things.
  boolean single() {
    return single;
  }

  static Optional<NumberKind> of(Property property) {
    return Optional.ofNullable(
        switch (property.name()) {
          case "idNumber",
              "passportNumber",
              "taxNumber",
              "registrationNumber",
              "number",
              "innCode",
              "ogrnCode",
              "leiCode",
              "vatCode",
              "socialSecurityNumber" ->
              DOCUMENT;
          case "imoNumber" -> IMO;
          case "mmsi" -> MMSI;
          case "callSign" -> CALL_SIGN;
          case "vin" -> VIN;
          case "serialNumber" -> SERIAL;
          case "iban", "accountNumber" -> ACCOUNT;
          case "phone" -> PHONE;
          case "imei" -> IMEI;
          case "email" -> EMAIL;
          case "licensePlate" -> PLATE;
          default -> null;
        });
  }
}
