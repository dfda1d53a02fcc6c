// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

/// A property of an entity by its FollowTheMoney name, for instance {@code name} or {@code
/// birthDate}. Names outside the vocabulary are carried unchanged and never compared.
public record Property(String name) implements Comparable<Property> {
  private static final int MAX_LENGTH = 64;

  /// The full name as used.
  public static final Property NAME = new Property("name");

  /// Another name used, claimed as such by the source.
  public static final Property ALIAS = new Property("alias");

  /// A name that identifies poorly: nickname, nom de guerre.
  public static final Property WEAK_ALIAS = new Property("weakAlias");

  /// A name used in former times.
  public static final Property PREVIOUS_NAME = new Property("previousName");

  /// Given name or names.
  public static final Property FIRST_NAME = new Property("firstName");

  /// Second given name or names.
  public static final Property MIDDLE_NAME = new Property("middleName");

  /// Father's name where it is part of the full name.
  public static final Property FATHER_NAME = new Property("fatherName");

  /// Family name or names.
  public static final Property LAST_NAME = new Property("lastName");

  /// Mother's family name, in the two-surname order of the region.
  public static final Property MOTHER_NAME = new Property("motherName");

  /// Birth date: ISO 8601, shortened where only year or month is known.
  public static final Property BIRTH_DATE = new Property("birthDate");

  /// Place of birth.
  public static final Property BIRTH_PLACE = new Property("birthPlace");

  /// Country of birth, ISO 3166 alpha-2, lower case as the field's data sets have it.
  public static final Property BIRTH_COUNTRY = new Property("birthCountry");

  /// Nationality, country code.
  public static final Property NATIONALITY = new Property("nationality");

  /// Citizenship, country code.
  public static final Property CITIZENSHIP = new Property("citizenship");

  /// Country, code.
  public static final Property COUNTRY = new Property("country");

  /// Jurisdiction of a company, country code.
  public static final Property JURISDICTION = new Property("jurisdiction");

  /// Gender as recorded.
  public static final Property GENDER = new Property("gender");

  /// An identity document or national number.
  public static final Property ID_NUMBER = new Property("idNumber");

  /// A passport number.
  public static final Property PASSPORT_NUMBER = new Property("passportNumber");

  /// A tax number.
  public static final Property TAX_NUMBER = new Property("taxNumber");

  /// A company registration number.
  public static final Property REGISTRATION_NUMBER = new Property("registrationNumber");

  /// IMO number of a vessel.
  public static final Property IMO_NUMBER = new Property("imoNumber");

  /// Maritime mobile service identity of a vessel.
  public static final Property MMSI = new Property("mmsi");

  /// Call sign.
  public static final Property CALL_SIGN = new Property("callSign");

  /// Vehicle identification number.
  public static final Property VIN = new Property("vin");

  /// Serial number of an aircraft or firearm.
  public static final Property SERIAL_NUMBER = new Property("serialNumber");

  /// International bank account number.
  public static final Property IBAN = new Property("iban");

  /// Account number.
  public static final Property ACCOUNT_NUMBER = new Property("accountNumber");

  /// Document or licence number.
  public static final Property NUMBER = new Property("number");

  /// Telephone number.
  public static final Property PHONE = new Property("phone");

  /// Device identity of a telephone (IMEI).
  public static final Property IMEI = new Property("imei");

  /// Electronic mail address.
  public static final Property EMAIL = new Property("email");

  /// Postal address.
  public static final Property ADDRESS = new Property("address");

  /// Licence plate.
  public static final Property LICENCE_PLATE = new Property("licensePlate");

  /// Flag of a vessel, country code.
  public static final Property FLAG = new Property("flag");

  /// A conviction: offence, court, day and sentence, as the register words it.
  public static final Property CONVICTION = new Property("conviction");

  /// A case that is open against the person.
  public static final Property PENDING_CASE = new Property("pendingCase");

  /// Who keeps a vehicle.
  public static final Property KEEPER = new Property("keeper");

  /// Who made a firearm: the first link of its chain.
  public static final Property MANUFACTURER = new Property("manufacturer");

  /// Who imported a firearm: the second link.
  public static final Property IMPORTER = new Property("importer");

  /// Who held a firearm lawfully: the third link; the last stated is the last holder.
  public static final Property LAWFUL_HOLDER = new Property("lawfulHolder");

  /// Where, when and for which case something was seized: the last link of a firearm’s chain.
  public static final Property SEIZED = new Property("seized");

  /// Where the chain of a firearm trace ends, a code of {@link lat.enlace.model.TraceEnd}.
  public static final Property TRACE_END = new Property("traceEnd");

  /// Whether a document was issued, and is valid.
  public static final Property DOCUMENT_STATUS = new Property("documentStatus");

  /// To whom a document was issued.
  public static final Property DOCUMENT_HOLDER = new Property("documentHolder");

  /// Who subscribes to a telephone line.
  public static final Property SUBSCRIBER = new Property("subscriber");

  /// Who holds an account.
  public static final Property ACCOUNT_HOLDER = new Property("accountHolder");

  /// Who owns a company.
  public static final Property OWNER = new Property("owner");

  /// Who directs a company.
  public static final Property DIRECTOR = new Property("director");

  /// Where and when somebody or something was seen.
  public static final Property SIGHTING = new Property("sighting");

  /// A file of pages or text, as {@link Attachment#value} writes it.
  public static final Property ATTACHMENT = new Property("attachment");

  /// A file of images, sound or film, or an archive, as {@link Attachment#value} writes it.
  public static final Property RECORDING = new Property("recording");

  /// Free remarks; never compared.
  public static final Property NOTES = new Property("notes");

  /// Checks the form.
  public Property {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a property name");
    }
  }

  /// True if {@code name} has the form of a property name: a letter, then up to 63 letters and
  /// digits, all of ASCII.
  public static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  @Override
  public int compareTo(Property other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
