// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What a request asks for; each type has a form of its own (docs/spec/requests.md, "Types").
public enum RequestType implements Coded {
  /// Who is this person, by the registers of the state asked?
  IDENTITY("identity"),
  /// Convictions and pending cases of a person.
  CRIMINAL_RECORD("criminal-record"),
  /// Who keeps this vehicle?
  VEHICLE_KEEPER("vehicle-keeper"),
  /// The way of a firearm: maker, importer, last lawful holder, seizure.
  FIREARM_TRACE("firearm-trace"),
  /// Was this document issued, to whom, and is it valid?
  DOCUMENT_CHECK("document-check"),
  /// Who subscribes to this number or uses this device?
  PHONE_SUBSCRIBER("phone-subscriber"),
  /// Who holds this account?
  BANK_ACCOUNT("bank-account"),
  /// Who owns and directs this company?
  COMPANY("company"),
  /// Where is this person registered as living?
  RESIDENCE("residence"),
  /// Was this object seized, when, where and for which case?
  SEIZURE("seizure"),
  /// Was this subject seen, where and when?
  SURVEILLANCE_SUPPORT("surveillance-support"),
  /// Anything else that an agreement opens; said in the reason.
  OTHER("other");

  private final String code;

  RequestType(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
