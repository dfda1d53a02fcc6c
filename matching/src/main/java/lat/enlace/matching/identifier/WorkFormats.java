// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_X;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Map;

/// Books, journals, music, films, recordings, and who makes or keeps them.
final class WorkFormats {
  // Codes beside those of countries under which recordings are registered.
  private static final String REGISTRANTS =
      "BC BK BP BX CB CP CS DG FX GX KS QM QN QT QV QZ UK XK YU ZZ";
  // Agencies that are no country.
  private static final String LIBRARIES = "EUR O OCLC ZDB";

  private static final Rule BOOK =
      form("\\d{9}[\\dX]", 10).then(check(TO_ELEVEN_X, 10, 9, 8, 7, 6, 5, 4, 3, 2));
  private static final Rule RECENT_BOOK =
      digits(13).then(among(0, 3, "978 979")).then(checked(Checksums::ean));
  // The old form has an M where the new one has 9790.
  private static final Rule MUSIC =
      form("M\\d{9}", 10).then(checked(n -> Checksums.ean("9790" + n.substring(1))));
  private static final Rule RECENT_MUSIC =
      digits(13).then(among(0, 4, "9790")).then(checked(Checksums::ean));
  private static final Rule FILM =
      form("[\\dA-F]{16}(?:[\\dA-Z]|[\\dA-F]{8}|[\\dA-Z][\\dA-F]{8}[\\dA-Z])?", 16, 17, 24, 26);

  private WorkFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "isbn",
        Scheme.of("book, ISO 2108", " -", n -> (n.length() == 10 ? BOOK : RECENT_BOOK).judge(n))
            .form(n -> n.length() == 9 ? "0" + n : n));
    schemes.put(
        "issn",
        Scheme.of(
            "journal, ISO 3297",
            " -",
            form("\\d{7}[\\dX]", 8).then(check(TO_ELEVEN_X, 8, 7, 6, 5, 4, 3, 2))));
    schemes.put(
        "ismn",
        Scheme.of(
            "printed music, ISO 10957",
            " -",
            n -> (n.length() == 10 ? MUSIC : RECENT_MUSIC).judge(n)));
    schemes.put("isan", Scheme.of("film, ISO 15706", " -", WorkFormats::film));
    schemes.put(
        "isrc",
        Scheme.of(
            "recording, ISO 3901; no check digit",
            " -",
            form("[A-Z]{2}[A-Z\\d]{3}\\d{7}", 12)
                .then(known(n -> Countries.has(n.substring(0, 2))).or(among(0, 2, REGISTRANTS)))));
    schemes.put(
        "isni",
        Scheme.of(
            "maker of works, ISO 27729",
            " -",
            form("\\d{15}[\\dX]", 16).then(checked(n -> Checksums.pure(n, 11, 'X')))));
    schemes.put(
        "grid",
        Scheme.of(
                "music release, GRid standard of the IFPI",
                " -",
                form("A1[A-Z\\d]{16}", 18).then(checked(Checksums::mod37Dot36)))
            .prefix("GRID:"));
    schemes.put(
        "isil",
        Scheme.of(
                "library, ISO 15511; agency and form only",
                "",
                spread(3, 15, "[A-Za-z\\d]{1,4}-[A-Za-z\\d:/-]{1,11}")
                    .then(
                        known(n -> {
                          String agency = n.substring(0, n.indexOf('-'));
                          return Countries.has(agency) || Digits.in(agency, LIBRARIES);
                        })))
            .withCase());
  }

  // Twelve and four digits for work and episode, eight for the version; a check character may
  // follow the episode and the version.
  private static Fault film(String n) {
    Fault fault = FILM.judge(n);
    if (fault != Fault.NONE || n.length() == 16 || n.length() == 24) {
      return fault;
    }
    boolean episode = Checksums.mod37Dot36(n.substring(0, 17));
    return Digits.when(
        episode
            && (n.length() == 17 || Checksums.mod37Dot36(n.substring(0, 16) + n.substring(17))));
  }
}
