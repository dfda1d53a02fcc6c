// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The names of one sort that a text declares and uses: each declared once, none used undeclared.
final class Names<T> {
  private record Use<T>(T name, Value value) {}

  private final Function<String, T> constructor;
  private final T fallback;
  private final String example;
  private final String advice;
  private final Set<T> declared = new HashSet<>();
  private final List<Use<T>> uses = new ArrayList<>();

  /// @param advice what to do about a use that nothing declares
  Names(Function<String, T> constructor, T fallback, String example, String advice) {
    this.constructor = constructor;
    this.fallback = fallback;
    this.example = example;
    this.advice = advice;
  }

  /// A name that stands elsewhere.
  void know(T name) {
    declared.add(name);
  }

  T declare(Value value) {
    T name = value.form(constructor, fallback, example);
    if (!name.equals(fallback) && !declared.add(name)) {
      value.problem(Problem.Code.DUPLICATE, "name it once in the text");
    }
    return name;
  }

  T use(Value value) {
    T name = value.form(constructor, fallback, example);
    if (!name.equals(fallback)) {
      uses.add(new Use<>(name, value));
    }
    return name;
  }

  Set<T> useAll(Value list) {
    Set<T> all = new HashSet<>();
    for (Value item : list.list()) {
      if (!all.add(use(item))) {
        item.problem(Problem.Code.DUPLICATE, "keep it once");
      }
    }
    return all;
  }

  void resolve() {
    for (Use<T> use : uses) {
      if (!declared.contains(use.name())) {
        use.value().problem(Problem.Code.REFERENCE, advice);
      }
    }
  }
}
