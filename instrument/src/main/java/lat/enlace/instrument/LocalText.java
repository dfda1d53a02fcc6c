// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import lat.enlace.model.Language;

/// One text in one or more languages.
public record LocalText(Map<Language, String> values) {
  /// Checks that a language is there.
  public LocalText {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a text stands in at least one language");
    }
    values = Map.copyOf(values);
  }

  /// The text in {@code language}, else in the first language of the declared order that has one.
  public String in(Language language) {
    return Objects.requireNonNull(values.get(languageFor(language)), "checked at construction");
  }

  /// The language in which {@link #in} gives the text.
  public Language languageFor(Language wanted) {
    return values.containsKey(wanted) ? wanted : Collections.min(values.keySet());
  }
}
