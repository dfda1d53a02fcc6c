// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.List;
import java.util.Locale;
import lat.enlace.matching.Explanation;
import lat.enlace.matching.algo1.name.Slips;
import lat.enlace.model.Agreement;

/// Compares numbers of documents, devices, vessels, accounts.
final class Numbers {
  private static final int MAX_LENGTH = 64;
  // A number of five digits is met by chance in a holding of a hundred thousand.
  private static final int TELLING = 6;
  private static final int SLIP_FROM = 7;

  private Numbers() {}

  /// Letters and digits only, upper case, without leading zeros; empty if it says nothing.
  static String fold(NumberKind kind, String raw) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(raw.length(), MAX_LENGTH); i++) {
      char c = raw.charAt(i);
      if (Character.isLetterOrDigit(c) || (kind == NumberKind.EMAIL && "@._-+".indexOf(c) >= 0)) {
        out.append(c);
      }
    }
    String text = out.toString().toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    if (kind == NumberKind.IMO) {
      text = text.replaceFirst("^IMO", "");
    }
    boolean oneLetter = text.chars().distinct().count() < 2;
    return text.length() < 3 || oneLetter ? "" : text;
  }

  static Finding compare(Subject a, Subject b) {
    Finding best = Finding.nothing(first(a), first(b));
    for (Subject.Numbered x : a.numbers()) {
      for (Subject.Numbered y : b.numbers()) {
        if (x.kind() == y.kind()) {
          Finding finding = compare(x, y);
          best = finding.similarity() > best.similarity() || isFirst(best) ? finding : best;
        }
      }
    }
    return best;
  }

  /// Equal, or nothing said.
  static Finding equal(Subject a, Subject b) {
    Finding finding = compare(a, b);
    return finding.agreement() == Agreement.AGREES ? finding : Finding.nothing(first(a), first(b));
  }

  private static boolean isFirst(Finding finding) {
    return finding.agreement() == Agreement.NOT_COMPARED;
  }

  private static String first(Subject subject) {
    return subject.numbers().isEmpty() ? "" : subject.numbers().getFirst().raw();
  }

  private static Finding compare(Subject.Numbered x, Subject.Numbered y) {
    String a = x.folded();
    String b = y.folded();
    if (a.equals(b)) {
      double strength = a.length() >= TELLING ? 1 : 0.5;
      return finding(Agreement.AGREES, 1, strength, "number.same", x, y);
    }
    if (x.kind() == NumberKind.DOCUMENT && sameDigits(a, b)) {
      return finding(Agreement.AGREES, 0.95, 0.8, "number.same-digits", x, y);
    }
    if (Math.min(a.length(), b.length()) >= SLIP_FROM && Slips.isOne(a, b)) {
      return finding(Agreement.CLOSE, 0.8, 1, "number.slip", x, y);
    }
    double strength = x.kind().single() ? 1 : 0.1;
    return finding(Agreement.DIFFERS, 0, strength, "number.other", x, y);
  }

  private static Finding finding(
      Agreement agreement,
      double similarity,
      double strength,
      String key,
      Subject.Numbered x,
      Subject.Numbered y) {
    Explanation why = Explanation.of(key, x.raw(), y.raw());
    return new Finding(agreement, similarity, strength, x.raw(), y.raw(), List.of(why));
  }

  // V-12345678 and 12345678: sources write the letter of the document or leave it out.
  private static boolean sameDigits(String a, String b) {
    String x = a.replaceAll("^[A-Z]{1,3}(?=\\d)", "");
    String y = b.replaceAll("^[A-Z]{1,3}(?=\\d)", "");
    boolean oneBare = x.equals(a) != y.equals(b);
    return oneBare && x.length() >= TELLING && x.equals(y);
  }
}
