// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Locale;
import java.util.Map;

/// Telephones, vessels, vehicles, containers.
final class DeviceFormats {
  private static final String NO_IOQ = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

  private DeviceFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "imei",
        Scheme.of("mobile equipment identity IMEI, 3GPP TS 23.003", " -./", DeviceFormats::imei));
    schemes.put(
        "imo",
        Scheme.of("ship number, IMO resolution A.1117", " -", DeviceFormats::imo).prefix("IMO"));
    schemes.put(
        "mmsi",
        Scheme.of(
                "maritime mobile identity MMSI, ITU-R M.585; country only",
                " -",
                DeviceFormats::mmsi)
            .prefix("MMSI"));
    schemes.put(
        "vin", Scheme.of("vehicle identification number, ISO 3779", " -", DeviceFormats::vin));
    schemes.put(
        "iso6346", Scheme.of("freight container, ISO 6346", " -", DeviceFormats::container));
    schemes.put(
        "mac",
        Scheme.of("network card address, IEEE 802; by form only", "", DeviceFormats::mac)
            .form(DeviceFormats::colons));
  }

  private static String colons(String n) {
    // A group may be written without the zero before it.
    return n.replace('-', ':')
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=^|:)(?=[0-9a-f](?::|$))", "0");
  }

  // 14 digits without a check digit, 15 with one, 16 with a software version and none.
  private static Fault imei(String n) {
    if (n.length() < 14 || n.length() > 16) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    return n.length() == 15 ? Digits.when(Checksums.luhn(n)) : Fault.NONE;
  }

  private static Fault imo(String n) {
    Fault form = Digits.form(n, 7);
    if (form != Fault.NONE) {
      return form;
    }
    if (n.startsWith("0")) {
      return Fault.COMPONENT;
    }
    return Digits.last(n, Digits.weighted(n, 7, 6, 5, 4, 3, 2) % 10);
  }

  // ITU-R M.585: the maritime identification digits of a country stand at a place that tells what
  // carries the number; there is no check digit.
  private static Fault mmsi(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    int at =
        switch (n.charAt(0)) {
          case '0' -> n.startsWith("00") ? 2 : 1;
          case '1' -> n.startsWith("111") ? 3 : -1;
          case '8' -> 1;
          case '9' -> n.startsWith("98") || n.startsWith("99") ? 2 : -1;
          default -> 0;
        };
    boolean beacon = Digits.in(n.substring(0, 3), "970 972 974");
    if (at < 0) {
      return beacon ? Fault.NONE : Fault.COMPONENT;
    }
    int country = Digits.number(n.substring(at, at + 3));
    return country >= 201 && country <= 775 ? Fault.NONE : Fault.COMPONENT;
  }

  // ISO 3779. The ninth place is a check digit where the law says so (North America, China); makers
  // elsewhere mostly keep the rule or put a letter there, so a digit or X is read as a check digit
  // everywhere and a letter is refused only where the digit is law.
  private static Fault vin(String n) {
    if (n.length() != 17) {
      return Fault.LENGTH;
    }
    if (n.chars().anyMatch(c -> NO_IOQ.indexOf(c) < 0)) {
      return Fault.CHARACTERS;
    }
    char check = n.charAt(8);
    if (!Digits.is(check) && check != 'X') {
      return "12345L".indexOf(n.charAt(0)) >= 0 ? Fault.CHECKSUM : Fault.NONE;
    }
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = n.charAt(i);
      sum += weights[i] * (Digits.is(c) ? c - '0' : transliterated(c));
    }
    return Digits.when("0123456789X".charAt(sum % 11) == check);
  }

  private static int transliterated(char c) {
    // A to I count 1 to 9, J to R again, S to Z from 2.
    return c <= 'I' ? c - 'A' + 1 : c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
  }

  private static Fault container(String n) {
    if (n.length() != 11) {
      return Fault.LENGTH;
    }
    boolean letters = n.substring(0, 3).chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (!letters || "UJZR".indexOf(n.charAt(3)) < 0 || !Digits.all(n.substring(4))) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      // Letters count from 10 upwards leaving out multiples of 11.
      int value = Digits.value(n.charAt(i));
      int skipped = value < 10 ? value : value + (value - 1) / 10;
      sum += skipped << i;
    }
    return Digits.last(n, sum % 11 % 10);
  }

  private static Fault mac(String n) {
    if (n.length() != 17) {
      return Fault.LENGTH;
    }
    return n.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}") ? Fault.NONE : Fault.CHARACTERS;
  }
}
