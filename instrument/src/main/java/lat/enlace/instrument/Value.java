// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lat.enlace.model.Coded;
import lat.enlace.model.clock.Term;
import org.jspecify.annotations.Nullable;

/// One value of a text, read into the type that belongs there. A value that is absent or wrong is
/// told once and stands in for by a fallback, so that reading goes on.
public final class Value {
  private static final int MAX_ITEMS = 500;
  private static final int MAX_TEXT = 20_000;

  private final Findings findings;
  private final String path;
  private final YamlNode.Place at;
  private final @Nullable YamlNode node;

  private Value(Findings findings, String path, YamlNode.Place at, @Nullable YamlNode node) {
    this.findings = findings;
    this.path = path;
    this.at = at;
    this.node = node;
  }

  static Value of(Findings findings, String path, YamlNode node) {
    return new Value(findings, path, node.at(), node);
  }

  static Value absent(Findings findings, String path, YamlNode.Place at) {
    return new Value(findings, path, at, null);
  }

  /// True if the field was left out.
  public boolean isAbsent() {
    return node == null;
  }

  YamlNode.Place at() {
    return at;
  }

  String path() {
    return path;
  }

  /// Tells a problem of this value.
  public void problem(Problem.Code code, String advice) {
    findings.add(at, path, code, advice);
  }

  /// The scalar as written, or empty after telling why not.
  public Optional<String> scalar() {
    if (node instanceof YamlNode.Scalar(YamlNode.Place place, String text)) {
      if (text.isBlank() || text.length() > MAX_TEXT) {
        findings.add(place, path, Problem.Code.VALUE, "write 1 to 20000 characters");
        return Optional.empty();
      }
      return Optional.of(text);
    }
    if (node != null) {
      problem(Problem.Code.SHAPE, "write a single value here");
    }
    return Optional.empty();
  }

  /// The part of this scalar that `part` cuts out, at the same place.
  Value narrowed(UnaryOperator<String> part) {
    return node instanceof YamlNode.Scalar(YamlNode.Place place, String text)
        ? of(findings, path, new YamlNode.Scalar(place, part.apply(text)))
        : this;
  }

  /// The scalar as written.
  public String text() {
    return scalar().orElse("?");
  }

  /// The scalar through a constructor that throws IllegalArgumentException on a bad form.
  public <T> T form(Function<String, T> constructor, T fallback, String example) {
    Optional<String> text = scalar();
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return constructor.apply(text.get());
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(Problem.Code.VALUE, "write it like " + example);
      return fallback;
    }
  }

  /// A day, ISO 8601.
  public LocalDate date() {
    return form(LocalDate::parse, LocalDate.EPOCH, "2026-11-21");
  }

  /// A term of a clock (docs/spec/clocks.md).
  public Term term() {
    return form(Term::parse, new Term.Elapsed(Duration.ofDays(1)), "PT8H, P3D or WD5");
  }

  /// A whole number within bounds.
  public int integer(int least, int most) {
    int read = form(Integer::parseInt, least, Integer.toString(least));
    if (read < least || read > most) {
      problem(Problem.Code.VALUE, "write a whole number from " + least + " to " + most);
      return least;
    }
    return read;
  }

  /// True or false; false if absent.
  public boolean truth() {
    Optional<String> text = scalar();
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      problem(Problem.Code.VALUE, "write true or false");
    }
    return text.filter("true"::equals).isPresent();
  }

  /// A member of a closed list; the fallback if absent.
  public <E extends Enum<E> & Coded> E code(Class<E> type, E fallback) {
    Optional<String> text = scalar();
    if (text.isEmpty()) {
      return fallback;
    }
    Optional<E> found = Coded.find(type, text.get());
    if (found.isEmpty()) {
      problem(Problem.Code.VALUE, "write one of " + codes(type));
    }
    return found.orElse(fallback);
  }

  /// A list of codes without repetition; empty if absent.
  public <E extends Enum<E> & Coded> Set<E> codeSet(Class<E> type, E fallback) {
    Set<E> all = new LinkedHashSet<>();
    for (Value item : list()) {
      E code = item.code(type, fallback);
      if (!all.add(code)) {
        item.problem(Problem.Code.DUPLICATE, "keep this code once");
      }
    }
    return all;
  }

  /// The items of a list; empty if absent.
  public List<Value> list() {
    if (node instanceof YamlNode.Sequence(YamlNode.Place place, List<YamlNode> items)) {
      if (items.size() > MAX_ITEMS) {
        findings.add(place, path, Problem.Code.TOO_LARGE, "write at most 500 items");
        return List.of();
      }
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        all.add(of(findings, path + "[" + i + "]", items.get(i)));
      }
      return all;
    }
    if (node != null) {
      problem(Problem.Code.SHAPE, "write a list here");
    }
    return List.of();
  }

  /// The fields of a mapping; none if absent.
  public Fields fields() {
    if (node instanceof YamlNode.Mapping(YamlNode.Place place, List<YamlNode.Entry> entries)) {
      return new Fields(findings, path, place, entries);
    }
    if (node != null) {
      problem(Problem.Code.SHAPE, "write a mapping here");
    }
    return new Fields(findings, path, at, null);
  }

  private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Coded::code)
        .collect(Collectors.joining(", "));
  }
}
