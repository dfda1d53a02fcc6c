// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.model.Country;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// Takes the remarks of an OFAC party apart: facts separated by semicolons, each led by a word that
/// says what it is. What no rule knows stays in the notes, which hold the whole remark anyway.
final class OfacRemarks {
  private static final Pattern ALTERNATIVE = Pattern.compile("^alt\\. ");
  private static final Pattern END = Pattern.compile("[.\\s]+$");
  private static final Pattern TAIL =
      Pattern.compile("\\s*(,? ?\\(.*|, Diplomatic.*|\\bissued\\b.*|\\bexpires\\b.*)$");
  private static final Pattern QUOTED = Pattern.compile("([afn])\\.k\\.a\\. '(.*)'");
  private static final Pattern RANGE = Pattern.compile("(?:.* )?(\\d{4}) to (?:.* )?(\\d{4})");

  /// One way a fact may begin, and the property it states.
  private record Rule(Pattern lead, Property property) {
    static Rule of(String property, String lead) {
      return new Rule(
          Pattern.compile("^(?:" + lead + ")\\s*(?:# ?)?(?<v>.+)$"), new Property(property));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("nationality", "nationality"),
          Rule.of("citizenship", "citizen"),
          Rule.of("gender", "Gender"),
          Rule.of("passportNumber", "(?:Diplomatic |British National Overseas )?Passport"),
          Rule.of(
              "imoNumber",
              "(?:Vessel Registration Identification|Identification Number|Company Number) IMO"),
          Rule.of("mmsi", "MMSI"),
          Rule.of("pastFlags", "Former Vessel Flag"),
          Rule.of("callSign", "(?:Other )?(?:Vessel )?Call Sign"),
          Rule.of(
              "serialNumber",
              "Aircraft Serial Identification|Aircraft Construction Number(?: \\([^)]*\\))?|Aircraft Manufacturer's Serial Number"
                  + "(?: \\(MSN\\))?"),
          Rule.of("model", "Aircraft Model"),
          Rule.of("buildDate", "Aircraft Manufacture Date"),
          Rule.of("registrationNumber", "(?:Previous )?Aircraft Tail Number"),
          Rule.of("icaoCode", "Aircraft Mode S Transponder Code"),
          Rule.of("email", "Email Address"),
          Rule.of("phone", "(?:Phone|Telephone|Fax|PHONE|FAX) ?(?:Number|No\\.)?"),
          Rule.of("website", "Website"),
          Rule.of("swiftBic", "SWIFT/BIC"),
          Rule.of("dunsCode", "D-U-N-S Number"),
          Rule.of("incorporationDate", "Organization Established Date"),
          Rule.of("cryptoAddress", "Digital Currency Address - [A-Z]+"),
          Rule.of(
              "taxNumber",
              "R\\.?F\\.?C\\.?|NIT|RTN|Tax ID No\\.(?: RIF)?|RUC|RIF|V\\.A\\.T\\. Number|US FEIN"
                  + "|Italian Fiscal Code|Fiscal Code|C\\.U\\.I\\.T\\.|C\\.I\\.F\\.|C\\.N\\.P\\.J\\."
                  + "|Numero Unico de Identificacao Tributaria \\(NUIT\\)|N\\.I\\.F\\."),
          Rule.of(
              "registrationNumber",
              "Registration (?:Number|ID)|Company Number|Matricula Mercantil No\\.?"
                  + "|Commercial Registry Number|Folio Mercantil No\\.|Public Registration Number"
                  + "|Business Registration (?:Number|Document)|C\\.R\\. No\\.|Trade License No\\."
                  + "|Government Gazette Number|Enterprise Number|Chamber of Commerce Number"
                  + "|Business Number|Unified Social Credit Code \\(USCC\\)|UK Company Number"
                  + "|Economic Register Number \\(CBLS\\)|Central Registration Number"
                  + "|Serial No\\.|Certificate of Incorporation Number"),
          Rule.of(
              "idNumber",
              "Numero de Identidad|Cedula (?:No\\.|de Ciudadania(?: No\\.)?|de Residencia|Juridica)"
                  + "|(?:[A-Z]\\w+ )*(?:National |Identity |Identification )+"
                  + "(?:ID |Card |Number |Foreign )*(?:No\\.|Number|Card)?|Identification Number"
                  + "|National ID No\\.|D\\.N\\.I\\.|C\\.U\\.R\\.P\\.|C\\.U\\.I\\.P?\\.|I\\.F\\.E\\."
                  + "|Electoral Registry No\\.|Credencial electoral|Residency Number"
                  + "|Cartilla de Servicio Militar Nacional|Driver's License No\\.|SSN"
                  + "|Birth Certificate Number|Personal ID Card|(?:[A-Z]\\w+ )*ID (?:No\\.|Card|#)"
                  + "|Stateless Person ID Card|Pasaporte No\\.|LE Number|C\\.I\\.|D\\.P\\.I\\."
                  + "|Seafarer's Identification Document|Refugee ID Card|Military Registration Number"
                  + "|Travel Document Number|I\\.D\\."));

  private final Schema schema;
  private final EntityBuilder entity;

  OfacRemarks(Schema schema, EntityBuilder entity) {
    this.schema = schema;
    this.entity = entity;
  }

  void read(String remarks) {
    for (String fact : facts(remarks)) {
      String plain = ALTERNATIVE.matcher(fact).replaceFirst("");
      if (plain.startsWith("DOB ")) {
        birthDate(plain.substring("DOB ".length()));
      } else if (plain.startsWith("POB ")) {
        birthPlace(plain.substring("POB ".length()));
      } else {
        alias(plain);
      }
    }
  }

  private static List<String> facts(String remarks) {
    List<String> facts = new ArrayList<>();
    for (String fact : remarks.split(";", -1)) {
      String plain = END.matcher(fact.strip()).replaceFirst("");
      if (!plain.isEmpty()) {
        facts.add(plain);
      }
    }
    return facts;
  }

  private void birthDate(String text) {
    String plain = text.startsWith("circa ") ? text.substring("circa ".length()) : text;
    Matcher range = RANGE.matcher(plain);
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      DateText.years(from, to).forEach(year -> entity.date(Property.BIRTH_DATE, year));
    } else {
      entity.date(Property.BIRTH_DATE, plain);
    }
  }

  private void birthPlace(String place) {
    entity.text(Property.BIRTH_PLACE, place);
    String last = place.substring(place.lastIndexOf(',') + 1);
    Country.named(last)
        .or(() -> Country.named(place))
        .ifPresent(country -> entity.text(Property.BIRTH_COUNTRY, country.code()));
  }

  /// Aliases in the remarks are those that OFAC holds to be weak.
  private void alias(String fact) {
    Matcher quoted = QUOTED.matcher(fact);
    if (!quoted.matches()) {
      rule(fact);
      return;
    }
    Property kind = quoted.group(1).equals("f") ? Property.PREVIOUS_NAME : Property.WEAK_ALIAS;
    OfacParty.name(kind, quoted.group(2), schema, entity);
  }

  private void rule(String fact) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.lead().matcher(fact);
      if (matcher.matches()) {
        String value = TAIL.matcher(matcher.group("v")).replaceFirst("");
        state(rule.property(), value);
        return;
      }
    }
  }

  private void state(Property property, String value) {
    if (property.equals(Property.GENDER)) {
      entity.text(property, value.toLowerCase(java.util.Locale.ROOT));
    } else if (!value.equals("None Identified")) {
      entity.value(property, value);
    }
  }
}
