// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;

import java.util.Map;
import java.util.regex.Pattern;

/// Bank accounts, banks, securities, legal entities.
final class FinanceFormats {
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[0-9A-Z]{4,30}");

  // Country and whole length, from the SWIFT registry of IBAN formats.
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";
  // Codes under which securities of no one country are numbered.
  private static final String NO_COUNTRY = "EU EZ QS QT QW XA XB XC XD XF XK XS";
  // Countries whose domestic part is digits only.
  private static final String ALL_DIGITS =
      "AE AT BA BE CR CZ DE DK EE ES FI FO GL HR HU IL IS LT LY ME MN MR NO PL PT RS SD SE SI SK SO"
          + " ST TL TN VA XK";

  private FinanceFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("iban", Scheme.of("bank account IBAN, ISO 13616", " -.", FinanceFormats::iban));
    schemes.put(
        "es_iban",
        Scheme.of(
            "Spain: IBAN with the digits of the domestic account", " -.", n -> national(n, "ES")));
    schemes.put(
        "be_iban",
        Scheme.of(
                "Belgium: IBAN with the digits of the domestic account",
                " -.",
                n -> national(n, "BE"))
            .form(FinanceFormats::withoutBank));
    schemes.put(
        "no_iban",
        Scheme.of(
            "Norway: IBAN with the digit of the domestic account", " -.", n -> national(n, "NO")));
    schemes.put(
        "me_iban",
        Scheme.of(
            "Montenegro: IBAN with the digits of the domestic account",
            " -.",
            n -> national(n, "ME")));
    schemes.put("bic", Scheme.of("bank, ISO 9362; by form only", " -", FinanceFormats::bic));
    schemes.put(
        "isin",
        Scheme.of(
            "security, ISO 6166",
            " ",
            form("[A-Z]{2}[A-Z\\d]{9}\\d", 12)
                .then(known(n -> Countries.has(n.substring(0, 2))).or(among(0, 2, NO_COUNTRY)))
                .then(checked(FinanceFormats::isinChecks))));
    schemes.put(
        "lei",
        Scheme.of(
            "legal entity, ISO 17442",
            " -",
            form("[A-Z\\d]{20}", 20).then(checked(Checksums::mod97))));
  }

  private static Fault iban(String n) {
    if (!IBAN.matcher(n).matches()) {
      return n.length() < 8 || n.length() > 34 ? Fault.LENGTH : Fault.CHARACTERS;
    }
    String country = n.substring(0, 2);
    int at = (" " + LENGTHS).indexOf(" " + country);
    if (at < 0) {
      return Fault.COMPONENT;
    }
    if (n.length() != Digits.number(LENGTHS.substring(at + 2, at + 4))) {
      return Fault.LENGTH;
    }
    if (Digits.in(country, ALL_DIGITS) && !Digits.all(n.substring(4))) {
      return Fault.CHARACTERS;
    }
    // 00, 01 and 99 satisfy the arithmetic beside the digits that are issued.
    boolean issued = !Digits.in(n.substring(2, 4), "00 01 99");
    return Digits.when(issued && Checksums.mod97(n.substring(4) + n.substring(0, 4)));
  }

  // Check digits that stand inside the domestic part.
  private static Fault domestic(String n) {
    String bank = n.substring(4);
    return switch (n.substring(0, 2)) {
      case "BE" -> {
        int check = Digits.mod(bank.substring(0, 10), 97);
        yield Digits.when((check == 0 ? 97 : check) == Digits.number(bank.substring(10)));
      }
      case "ES" -> IberianFormats.spainAccount(bank);
      case "NO" -> NordicFormats.account(bank);
      case "ME" -> Digits.when(Digits.mod(bank, 97) == 1);
      default -> Fault.NONE;
    };
  }

  private static Fault national(String n, String country) {
    Fault fault = n.startsWith(country) ? iban(n) : Fault.COMPONENT;
    return fault == Fault.NONE ? domestic(n) : fault;
  }

  // Belgian forms have the code of the bank printed after the account.
  private static String withoutBank(String n) {
    boolean bank = n.length() > 16 && BIC.matcher(n.substring(16)).matches();
    return bank ? n.substring(0, 16) : n;
  }

  private static Fault bic(String n) {
    if (n.length() != 8 && n.length() != 11) {
      return Fault.LENGTH;
    }
    return BIC.matcher(n).matches() ? Fault.NONE : Fault.CHARACTERS;
  }

  private static boolean isinChecks(String n) {
    StringBuilder digits = new StringBuilder();
    n.chars().forEach(c -> digits.append(Digits.value((char) c)));
    return Checksums.luhn(digits.toString());
  }
}
