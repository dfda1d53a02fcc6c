// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.PersonalData;

/// One sentence of an explanation, not yet in a language: the key of a message and the values that
/// go into it. {@link Explanations} puts it into words.
///
/// @param key message key, for instance {@code name.order}
/// @param arguments values of the two sides; personal data
@PersonalData
public record Explanation(String key, List<String> arguments) {
  /// Copies.
  public Explanation {
    arguments = List.copyOf(arguments);
  }

  /// A sentence with these values.
  public static Explanation of(String key, String... arguments) {
    return new Explanation(key, List.of(arguments));
  }

  @Override
  public String toString() {
    return "Explanation[" + key + "]";
  }
}
