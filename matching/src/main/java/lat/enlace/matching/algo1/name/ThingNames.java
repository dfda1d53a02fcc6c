// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.matching.algo1.name.Part.Role;

/// Reads names of vessels, aircraft and other things: prefixes such as M/V off, numerals as
/// numbers.
final class ThingNames {
  private static final double LIGHT = 0.25;

  private final Set<String> stops = new HashSet<>();
  private final Set<String> light = new HashSet<>();

  ThingNames() {
    for (List<String> row : Tables.rows("thing-words.txt")) {
      (row.getFirst().equals("stop") ? stops : light).addAll(row.subList(1, row.size()));
    }
  }

  Name read(String raw, List<String> folded) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < folded.size(); i++) {
      String word = folded.get(i);
      boolean last = i == folded.size() - 1 && i > 0;
      // A numeral ends a name; V between letters is the V of M/V.
      boolean numeral = last && !Numerals.read(word).equals(word);
      if (!word.equals(",") && (numeral || !stops.contains(word))) {
        splitDigits(numeral ? Numerals.read(word) : word, parts);
      }
    }
    if (parts.isEmpty()) {
      folded.stream().filter(word -> !word.equals(",")).forEach(word -> parts.add(part(word)));
    }
    return Name.of(raw, NameKind.THING, parts, Set.of());
  }

  // "No.2655" and "Hormuz25" hold a word and a number.
  private void splitDigits(String word, List<Part> parts) {
    if (!NameReader.hasDigit(word) || NameReader.isNumber(word)) {
      parts.add(part(word));
      return;
    }
    for (String piece : word.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)", -1)) {
      if (!stops.contains(piece)) {
        parts.add(part(piece));
      }
    }
  }

  private Part part(String word) {
    if (NameReader.isNumber(word)) {
      return NameReader.number(word);
    }
    boolean little = light.contains(word);
    return new Part(
        word,
        Sound.of(word),
        little ? LIGHT : 1.0,
        little ? Role.LIGHT : Role.PLAIN,
        Set.of(),
        little);
  }
}
