// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Kinds of data that an instrument opens one by one.
public enum DataCategory implements Coded {
  /// Names, birth date and place, sex, nationality.
  IDENTITY("identity"),
  /// Other names used.
  ALIAS("alias"),
  /// Identity and travel documents.
  DOCUMENT("document"),
  /// Convictions and pending cases.
  CRIMINAL_RECORD("criminal-record"),
  /// Vehicles, plates and keepers.
  VEHICLE("vehicle"),
  /// Vessels and aircraft, owners and operators.
  VESSEL("vessel"),
  /// Firearms, makers, serials, holders.
  FIREARM("firearm"),
  /// Telephone numbers and subscribers.
  PHONE("phone"),
  /// Accounts and holders.
  ACCOUNT("account"),
  /// Companies, owners and officers.
  COMPANY("company"),
  /// Addresses.
  ADDRESS("address"),
  /// Whether and where a person is held, condition, last seen.
  WHEREABOUTS("whereabouts"),
  /// Fingerprints, faces, DNA.
  BIOMETRIC("biometric"),
  /// Places and movements.
  LOCATION("location");

  private final String code;

  DataCategory(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
