// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// Machine-readable zones of travel documents (ICAO Doc 9303 parts 4 to 6), lines written one after
/// the other or one below the other. Judges length, alphabet, dates that exist, and every check
/// digit with the composite one.
final class MachineReadable {
  private static final int[] WEIGHTS = {7, 3, 1};
  private static final String LONG_NUMBER = "<";

  private MachineReadable() {}

  static void addTo(Map<String, Scheme> schemes) {
    String blanks = " \r\n\t";
    schemes.put(
        "mrz_td1",
        Scheme.of("identity card, three lines, ICAO Doc 9303-5", blanks, MachineReadable::td1));
    schemes.put(
        "mrz_td2",
        Scheme.of("identity card, two lines, ICAO Doc 9303-6", blanks, MachineReadable::td2));
    schemes.put("mrz_td3", Scheme.of("passport, ICAO Doc 9303-4", blanks, MachineReadable::td3));
  }

  private static Fault td1(String zone) {
    Fault form = form(zone, 90, "ACI");
    if (form != Fault.NONE) {
      return form;
    }
    String composite = zone.substring(5, 30) + zone.substring(30, 37) + zone.substring(38, 45);
    String rest = zone.substring(48, 59);
    boolean number = numberChecks(zone.substring(5, 14), zone.charAt(14), zone.substring(15, 30));
    boolean fits = number && dates(zone, 30, 38) && checks(composite + rest, zone.charAt(59));
    return sound(zone, 30, 38) ? Digits.when(fits) : Fault.COMPONENT;
  }

  private static Fault td2(String zone) {
    Fault form = form(zone, 72, "ACIP");
    if (form != Fault.NONE) {
      return form;
    }
    String line = zone.substring(36);
    boolean number = numberChecks(line.substring(0, 9), line.charAt(9), line.substring(28, 35));
    String composite = line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 35);
    boolean fits = number && dates(line, 13, 21) && checks(composite, line.charAt(35));
    return sound(line, 13, 21) ? Digits.when(fits) : Fault.COMPONENT;
  }

  private static Fault td3(String zone) {
    Fault form = form(zone, 88, "P");
    if (form != Fault.NONE) {
      return form;
    }
    String line = zone.substring(44);
    String personal = line.substring(28, 42);
    char check = line.charAt(42);
    boolean none = personal.chars().allMatch(c -> c == '<') && check == '<';
    String composite = line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43);
    boolean fits =
        checks(line.substring(0, 9), line.charAt(9))
            && dates(line, 13, 21)
            && (none || checks(personal, check))
            && checks(composite, line.charAt(43));
    return sound(line, 13, 21) ? Digits.when(fits) : Fault.COMPONENT;
  }

  private static Fault form(String zone, int length, String types) {
    if (zone.length() != length) {
      return Fault.LENGTH;
    }
    if (zone.chars().anyMatch(c -> c != '<' && Digits.value((char) c) < 0)) {
      return Fault.CHARACTERS;
    }
    return types.indexOf(zone.charAt(0)) < 0 ? Fault.COMPONENT : Fault.NONE;
  }

  // Numbers beyond nine characters go on in the optional field, with the check digit after them.
  private static boolean numberChecks(String number, char check, String optional) {
    if (check != LONG_NUMBER.charAt(0)) {
      return checks(number, check);
    }
    int end = optional.indexOf('<');
    String more = end < 0 ? optional : optional.substring(0, end);
    return more.length() > 1
        && checks(number + more.substring(0, more.length() - 1), more.charAt(more.length() - 1));
  }

  private static boolean dates(String line, int birth, int expiry) {
    return checks(line.substring(birth, birth + 6), line.charAt(birth + 6))
        && checks(line.substring(expiry, expiry + 6), line.charAt(expiry + 6));
  }

  // An unknown birth date or part of one is filled with <; an expiry date is always whole.
  private static boolean sound(String line, int birth, int expiry) {
    return date(line.substring(birth, birth + 6), true)
        && date(line.substring(expiry, expiry + 6), false);
  }

  private static boolean date(String yymmdd, boolean partial) {
    if (!Digits.all(yymmdd)) {
      return partial && yymmdd.chars().allMatch(c -> c == '<' || Digits.is((char) c));
    }
    int month = Digits.number(yymmdd.substring(2, 4));
    int day = Digits.number(yymmdd.substring(4, 6));
    int year = Digits.number(yymmdd.substring(0, 2));
    return Digits.isDate(1900 + year, month, day) || Digits.isDate(2000 + year, month, day);
  }

  private static boolean checks(String field, char check) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      sum += (c == '<' ? 0 : Digits.value(c)) * WEIGHTS[i % 3];
    }
    return check == (char) ('0' + sum % 10);
  }
}
