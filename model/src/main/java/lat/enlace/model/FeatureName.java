// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// The features a hit profile may mention.
public enum FeatureName implements Coded {
  /// Names and aliases.
  NAME("name"),
  /// Birth date.
  BIRTH_DATE("birth-date"),
  /// Place of birth.
  BIRTH_PLACE("birth-place"),
  /// Nationality or country.
  NATIONALITY("nationality"),
  /// Gender.
  GENDER("gender"),
  /// Any identity, travel, tax or registration number.
  IDENTIFIER("identifier"),
  /// Licence plate.
  PLATE("plate"),
  /// Vehicle identification number.
  VIN("vin"),
  /// IMO number or MMSI.
  VESSEL_NUMBER("vessel-number"),
  /// Serial number of a firearm or aircraft.
  SERIAL("serial"),
  /// Account number.
  ACCOUNT("account"),
  /// Telephone number or device.
  PHONE("phone"),
  /// Address.
  ADDRESS("address");

  private final String code;

  FeatureName(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
