// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lat.enlace.matching.algo1.name.Part.Role;

/// Reads names of organisations: takes off legal forms, joins dotted letters, weighs words by how
/// much they distinguish, reads Roman numerals.
final class OrganisationNames {
  private static final double DISTINCTIVE = 1.0;
  // Words of a trade or sort of body are shared by unrelated organisations by the thousand.
  private static final double TRADE = 0.35;
  private static final double KIND = 0.25;
  private static final double PLACE = 0.4;
  private static final int LONGEST_FORM = 10;
  // Of a legal form in letters: S.A.
  private static final int LEAST_FORM = 2;
  // Groups of person names and of organisation words share one dictionary.
  private static final int FIRST_GROUP = 10_000;

  private final Map<String, String> forms = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Set<String> stops = new HashSet<>();

  OrganisationNames() {
    for (String line : Tables.lines("legal-forms.txt")) {
      int at = line.indexOf('=');
      forms.put(line.substring(0, at), line.substring(at + 1));
    }
    int group = FIRST_GROUP;
    for (List<String> row : Tables.rows("organisation-words.txt")) {
      List<String> words = row.subList(1, row.size());
      group++;
      switch (row.getFirst()) {
        case "stop" -> stops.addAll(words);
        case "trade" -> learn(words, group, TRADE);
        case "kind" -> learn(words, group, KIND);
        case "place" -> learn(words, group, PLACE);
        default -> throw new IllegalStateException("class of words");
      }
    }
  }

  private void learn(List<String> row, int group, double weight) {
    for (String word : row) {
      groups.putIfAbsent(word, group);
      weights.putIfAbsent(word, weight);
    }
  }

  Name read(String raw, List<String> folded) {
    List<String> words = joinLetters(folded);
    Set<String> found = new TreeSet<>();
    List<String> kept = withoutForms(words, found);
    List<Part> parts = new ArrayList<>();
    for (String word : kept) {
      if (!stops.contains(word)) {
        parts.add(part(word));
      }
    }
    Acronyms.dropOwn(parts);
    if (parts.isEmpty()) {
      words.forEach(word -> parts.add(part(word)));
    }
    return Name.of(raw, NameKind.ORGANISATION, parts, found);
  }

  // "S. A." and "W & G" are written with and without dots and spaces.
  private List<String> joinLetters(List<String> folded) {
    List<String> words = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (String word : folded) {
      if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
        letters.append(word);
        continue;
      }
      addLetters(letters, words);
      if (!word.equals(",")) {
        words.add(word);
      }
    }
    addLetters(letters, words);
    return words;
  }

  // In "M S. A." the last letters are the legal form and the first are the name.
  private void addLetters(StringBuilder letters, List<String> words) {
    String run = letters.toString();
    letters.setLength(0);
    if (run.isEmpty()) {
      return;
    }
    for (int tail = 0; tail + LEAST_FORM <= run.length(); tail++) {
      if (forms.containsKey(run.substring(tail))) {
        if (tail > 0) {
          words.add(run.substring(0, tail));
        }
        words.add(run.substring(tail));
        return;
      }
    }
    words.add(run);
  }

  private List<String> withoutForms(List<String> words, Set<String> found) {
    List<String> kept = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int length = formAt(words, i);
      if (length > 0 && length < words.size()) {
        found.add(forms.get(String.join(" ", words.subList(i, i + length))));
        i += length;
      } else {
        kept.add(words.get(i));
        i++;
      }
    }
    return kept;
  }

  private int formAt(List<String> words, int from) {
    int most = Math.min(LONGEST_FORM, words.size() - from);
    for (int length = most; length > 0; length--) {
      String text = String.join(" ", words.subList(from, from + length));
      // Two-letter forms are read as such only at the ends of a name: AG, SA, KG.
      boolean inside = from > 0 && from + length < words.size();
      if (forms.containsKey(text) && !(inside && text.length() <= 2)) {
        return length;
      }
    }
    return 0;
  }

  private Part part(String word) {
    String text = Numerals.read(word);
    if (NameReader.hasDigit(text)) {
      return NameReader.number(text);
    }
    Integer group = groups.get(text);
    double weight = weights.getOrDefault(text, text.length() < 3 ? 0.7 : DISTINCTIVE);
    return new Part(
        text,
        Sound.of(text),
        weight,
        group == null ? Role.PLAIN : Role.LIGHT,
        group == null ? Set.of() : Set.of(group),
        group != null);
  }
}
