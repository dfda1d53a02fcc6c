// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// How numbers of one format are cleaned and judged.
///
/// @param about what the number is and whose rule it follows, in one line
/// @param separators characters that may stand anywhere and mean nothing
/// @param prefixes letters that may stand before the number and mean nothing
/// @param cased whether small letters differ from capitals
/// @param form puts a cleaned number into the form it is judged in
/// @param rule judges the cleaned number
/// @param kept puts a valid number into the form it is stored in
record Scheme(
    String about,
    String separators,
    List<String> prefixes,
    boolean cased,
    UnaryOperator<String> form,
    Rule rule,
    UnaryOperator<String> kept) {
  static Scheme of(String about, String separators, Rule rule) {
    UnaryOperator<String> same = UnaryOperator.identity();
    return new Scheme(about, separators, List.of(), false, same, rule, same);
  }

  Scheme prefix(String... prefixes) {
    return new Scheme(about, separators, List.of(prefixes), cased, form, rule, kept);
  }

  Scheme withCase() {
    return new Scheme(about, separators, prefixes, true, form, rule, kept);
  }

  Scheme form(UnaryOperator<String> form) {
    return new Scheme(about, separators, prefixes, cased, form, rule, kept);
  }

  Scheme kept(UnaryOperator<String> kept) {
    return new Scheme(about, separators, prefixes, cased, form, rule, kept);
  }

  Verdict check(String input) {
    String text = cased ? input : input.toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (separators.indexOf(text.charAt(i)) < 0) {
        out.append(text.charAt(i));
      }
    }
    String judged = form.apply(withoutPrefix(out.toString()));
    Fault fault = rule.judge(judged);
    return Verdict.of(fault == Fault.NONE ? kept.apply(judged) : "", fault);
  }

  private String withoutPrefix(String number) {
    for (String prefix : prefixes) {
      if (number.startsWith(prefix)) {
        return number.substring(prefix.length());
      }
    }
    return number;
  }
}
