// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places of the form `${name}` that are filled when the parties meet: node names, root
/// keys, days. What comes out is a draft until it is signed.
public final class InstrumentTemplate {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z0-9.-]+)\\}");

  private final String text;

  /// A template with the given text.
  public InstrumentTemplate(String text) {
    this.text = text;
  }

  /// The names of all places, in order.
  public List<String> places() {
    return List.copyOf(
        new TreeSet<>(PLACE.matcher(text).results().map(found -> found.group(1)).toList()));
  }

  /// The text with every place filled; each value goes in as it is, on one line.
  ///
  /// @throws IllegalArgumentException if a place has no value, or a value has a line break
  public InstrumentText fill(Map<String, String> values) {
    Matcher matcher = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null || value.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("no value on one line for " + matcher.group(1));
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return new InstrumentText(matcher.appendTail(out).toString());
  }
}
