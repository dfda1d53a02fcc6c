// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Map;
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
    String wanted = values.get(language);
    if (wanted != null) {
      return wanted;
    }
    for (Language other : Language.values()) {
      String text = values.get(other);
      if (text != null) {
        return text;
      }
    }
    throw new IllegalStateException("a text stands in at least one language");
  }
}
