// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// The property names of FollowTheMoney for the schemas Enlace knows, with Enlace's own, and the
/// ways people write them and the schemas in a header or a column.
final class Vocabulary {
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final String PROPERTIES =
      """
      accountNumber accountType address alephUrl alias amount amountEur amountUsd appearance
      authority balance balanceDate bankAddress bankName bic bikCode birthCountry birthDate
      birthPlace buildDate bvdId caemCode cageCode caliber callSign capital cikCode citizenship
      city classification closingDate coatoCode country createdAt crsNumber cryptoAddress
      currency date deathDate deregistrationDate description dissolutionDate dunsCode education
      email endDate ethnicity eyeColor fatherName firstName flag fnsCode fssCode full gender
      giiNumber givenName googlePlaceId grossRegisteredTonnage hairColor height iban ibcRuc
      icaoCode icijId idNumber imei imoNumber incorporationDate indexText innCode ipoCode
      irsCode isinCode jibCode jurisdiction keywords kppCode lastName latitude legalForm leiCode
      licenseNumber licensePlate longitude mainCountry make manufacturer maxBalance
      maxBalanceDate mbsCode middleName mmsi model modifiedAt motherName name nameChangeDate
      nameSuffix namesMentioned nationality navigationArea notes npiCode number ogrnCode
      okopfCode okpoCode oksmCode okvedCode opencorporatesUrl openingDate osmId passportNumber
      pastFlags pastTypes permId personalNumber pfrNumber phone political position postOfficeBox
      postalCode previousName program programId publisher publisherUrl recordId region
      registrationDate registrationNumber registrationPort religion remarks retrievedAt ricCode
      secondName sector serialNumber socialSecurityNumber sourceUrl spokenLanguage startDate
      state status street street2 summary surname swiftBic taxNumber taxStatus ticker title
      tonnage topics type uniqueEntityId vatCode vin voenCode weakAlias website weight
      wikidataId wikipediaUrl
      """;

  private static final Set<String> PROSE = Set.of("notes", "summary", "description");

  private static final Map<String, Property> BY_FOLDED = properties();
  private static final Map<String, Schema> SCHEMAS = schemas();

  private Vocabulary() {}

  /// The property a column header means, whatever its case and separators.
  static Optional<Property> property(String header) {
    return Optional.ofNullable(BY_FOLDED.get(fold(header)));
  }

  /// The schema a cell means, whatever its case and separators.
  static Optional<Schema> schema(String cell) {
    return Optional.ofNullable(SCHEMAS.get(fold(cell)));
  }

  /// True for free text, in which a semicolon separates nothing.
  static boolean isProse(Property property) {
    return PROSE.contains(property.name());
  }

  static String fold(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Map<String, Property> properties() {
    Map<String, Property> table = new HashMap<>();
    Arrays.stream(BLANKS.split(PROPERTIES.strip()))
        .forEach(name -> table.put(fold(name), new Property(name)));
    table.put("dob", Property.BIRTH_DATE);
    table.put("dateofbirth", Property.BIRTH_DATE);
    table.put("placeofbirth", Property.BIRTH_PLACE);
    table.put("aliases", Property.ALIAS);
    table.put("licenceplate", Property.LICENCE_PLATE);
    return Map.copyOf(table);
  }

  private static Map<String, Schema> schemas() {
    Map<String, Schema> table = new HashMap<>();
    for (Schema schema : Schema.values()) {
      table.put(fold(schema.code()), schema);
    }
    table.put("individual", Schema.PERSON);
    table.put("entity", Schema.LEGAL_ENTITY);
    table.put("organisation", Schema.ORGANIZATION);
    table.put("aircraft", Schema.AIRPLANE);
    table.put("ship", Schema.VESSEL);
    return Map.copyOf(table);
  }
}
