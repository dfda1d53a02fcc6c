// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.List;
import java.util.function.UnaryOperator;

/// How numbers of one format are cleaned and judged.
///
/// @param separators characters that may stand anywhere and mean nothing
/// @param prefixes letters that may stand before the number and mean nothing
/// @param rule judges the cleaned number
/// @param form puts a valid number into the form it is stored in
record Scheme(String separators, List<String> prefixes, Rule rule, UnaryOperator<String> form) {
  /// Judges a cleaned number.
  @FunctionalInterface
  interface Rule {
    Fault judge(String number);
  }

  static Scheme of(String separators, Rule rule) {
    return new Scheme(separators, List.of(), rule, UnaryOperator.identity());
  }

  static Scheme of(String separators, String prefix, Rule rule) {
    return new Scheme(separators, List.of(prefix), rule, UnaryOperator.identity());
  }

  Scheme form(UnaryOperator<String> form) {
    return new Scheme(separators, prefixes, rule, form);
  }

  Verdict check(String input) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < input.length(); i++) {
      if (separators.indexOf(input.charAt(i)) < 0) {
        out.append(input.charAt(i));
      }
    }
    String number = out.toString();
    for (String prefix : prefixes) {
      if (number.startsWith(prefix)) {
        number = number.substring(prefix.length());
        break;
      }
    }
    String stored = form.apply(number);
    return Verdict.of(stored, rule.judge(stored));
  }
}
