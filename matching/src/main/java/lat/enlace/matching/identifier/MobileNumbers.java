// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.form;

import java.util.Locale;

/// Subscribers and equipment of mobile networks.
final class MobileNumbers {
  // Mobile country codes of ITU-T E.212.
  private static final String CODES =
      "202 204 206 208 212-214 216 218-222 225-226 228-232 234-235 238 240 242 244 246-248 250 255"
          + " 257 259-260 262 266 268 270 272 274 276 278 280 282-284 286 288-290 292-295 297 302"
          + " 308 310-316 330 332 334 338 340 342 344 346 348 350 352 354 356 358 360 362-366 368"
          + " 370 372 374 376 400-402 404-406 410 412-422 424-432 434 436-438 440-441 450 452"
          + " 454-457 460-461 466-467 470 472 502 505 510 514-515 520 525 528 530 536-537 539-555"
          + " 602-655 657-659 702 704 706 708 710 712 714 716 722 724 730 732 734 736 738 740 742"
          + " 744 746 748 750 901";
  private static final int HEX = 14;
  private static final int DECIMAL = 18;

  private static final Rule EQUIPMENT =
      form("\\d{18,19}|[\\dA-F]{14,15}", HEX, HEX + 1, DECIMAL, DECIMAL + 1);

  private MobileNumbers() {}

  static boolean has(int code) {
    for (String range : CODES.split(" ", -1)) {
      int least = Digits.number(range, 0, 3);
      int most = range.length() > 3 ? Digits.number(range, 4, 7) : least;
      if (code >= least && code <= most) {
        return true;
      }
    }
    return false;
  }

  /// Fourteen hexadecimal digits or eighteen decimal ones, each with a check digit or without.
  static Fault equipment(String n) {
    Fault fault = EQUIPMENT.judge(n);
    if (fault != Fault.NONE) {
      return fault;
    }
    if (n.length() < DECIMAL) {
      String alphabet = Digits.all(n) ? "0123456789" : "0123456789ABCDEF";
      return Digits.when(n.length() == HEX || Checksums.luhn(n, alphabet));
    }
    if (Long.parseLong(n.substring(0, 10)) > 0xFFFFFFFFL
        || Digits.number(n, 10, DECIMAL) > 0xFFFFFF) {
      return Fault.COMPONENT;
    }
    return Digits.when(n.length() == DECIMAL || Checksums.luhn(n));
  }

  /// As it is stored: hexadecimal without a check digit.
  static String hexadecimal(String n) {
    if (n.length() < DECIMAL) {
      return n.substring(0, HEX);
    }
    return String.format(
        Locale.ROOT, "%08X%06X", Long.parseLong(n.substring(0, 10)), Digits.number(n, 10, DECIMAL));
  }
}
