// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;

/// How much one question may try at once (docs/spec/dispatch.md, "Question"): a question describes
/// one subject and is no list of guesses.
public final class QuestionBounds {
  /// Most statements about the subject.
  public static final int STATEMENTS = 24;

  /// Most names of all sorts together.
  public static final int NAMES = 8;

  /// Most values of any other property.
  public static final int VALUES = 3;

  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final int YEAR = 4;
  private static final int YEAR_MONTH = 7;
  private static final Set<Property> NAME_PROPERTIES =
      Set.of(
          Property.NAME,
          Property.ALIAS,
          Property.WEAK_ALIAS,
          Property.PREVIOUS_NAME,
          Property.FIRST_NAME,
          Property.MIDDLE_NAME,
          Property.FATHER_NAME,
          Property.LAST_NAME,
          Property.MOTHER_NAME);

  private QuestionBounds() {}

  /// In what a question goes too far.
  public enum Excess {
    /// More statements than {@link #STATEMENTS}.
    STATEMENTS("a question describes its subject in at most 24 values"),
    /// More names than {@link #NAMES}.
    NAMES("a question gives at most eight names"),
    /// More values of one property than {@link #VALUES}.
    VALUES("a question gives at most three values of one property"),
    /// More than one birth date.
    BIRTH_DATES("a question gives one birth date"),
    /// A birth date that is not an ISO 8601 year, month or day.
    BIRTH_DATE_FORM("a birth date is written 1980, 1980-02 or 1980-02-03");

    private final String rule;

    Excess(String rule) {
      this.rule = rule;
    }

    /// What the sender keeps to, in English, without any value.
    public String rule() {
      return rule;
    }
  }

  /// True for the properties that carry a name or a part of one.
  public static boolean isName(Property property) {
    return NAME_PROPERTIES.contains(property);
  }

  /// The first bound that {@code subject} breaks.
  public static Optional<Excess> excess(Entity subject) {
    List<Statement> statements = subject.statements();
    Map<Property, Integer> counts = new HashMap<>();
    int names = 0;
    for (Statement statement : statements) {
      counts.merge(statement.property(), 1, Integer::sum);
      names += isName(statement.property()) ? 1 : 0;
      if (statement.property().equals(Property.BIRTH_DATE) && !isIsoDate(statement.value())) {
        return Optional.of(Excess.BIRTH_DATE_FORM);
      }
    }
    int dates = counts.getOrDefault(Property.BIRTH_DATE, 0);
    boolean many =
        counts.entrySet().stream().anyMatch(e -> !isName(e.getKey()) && e.getValue() > VALUES);
    return dates > 1
        ? Optional.of(Excess.BIRTH_DATES)
        : names > NAMES
            ? Optional.of(Excess.NAMES)
            : many
                ? Optional.of(Excess.VALUES)
                : statements.size() > STATEMENTS
                    ? Optional.of(Excess.STATEMENTS)
                    : Optional.empty();
  }

  private static boolean isIsoDate(String value) {
    if (!ISO_DATE.matcher(value).matches()) {
      return false;
    }
    try {
      switch (value.length()) {
        case YEAR -> {
          return true;
        }
        case YEAR_MONTH -> YearMonth.parse(value);
        default -> LocalDate.parse(value);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
