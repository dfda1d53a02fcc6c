// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.function.Predicate;

/// Judges a cleaned number. Rules are joined from left to right: the first fault found is told.
@FunctionalInterface
interface Rule {
  Fault judge(String number);

  /// Judges by {@code next} what this finds no fault with.
  default Rule then(Rule next) {
    return n -> {
      Fault fault = judge(n);
      return fault == Fault.NONE ? next.judge(n) : fault;
    };
  }

  /// Judges by {@code other} what this refuses.
  default Rule or(Rule other) {
    return n -> judge(n) == Fault.NONE ? Fault.NONE : other.judge(n);
  }

  /// Judges only numbers that meet the condition.
  default Rule where(Predicate<String> condition) {
    return n -> condition.test(n) ? judge(n) : Fault.NONE;
  }

  /// Judges the part from {@code from} up to {@code to}; a part of all the rest where {@code to} is
  /// below zero.
  default Rule part(int from, int to) {
    return n -> judge(to < 0 ? n.substring(from) : n.substring(from, to));
  }
}
