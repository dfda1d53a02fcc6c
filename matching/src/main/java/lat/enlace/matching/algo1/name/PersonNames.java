// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.matching.algo1.name.Part.Role;

/// Reads names of persons: undoes "Surname, Given", drops particles and titles, parts Abdul-X,
/// knows initials, generations and a husband's name after de.
final class PersonNames {
  // A part that very many bear says about half as much as one that few bear: the ten commonest
  // surnames of Spain are borne by one person in five, the median surname by one in ten thousand.
  private static final double COMMON = 0.75;
  private static final double ORDINARY = 1.0;
  private static final double INITIAL = 0.4;
  private static final double LIGHT = 0.25;
  private static final double MARRIED = 0.6;
  private static final String SERVANT = "abdul";

  // Abdullah in its spellings, Somali Abdullahi with them.
  private static final Pattern GODS_SERVANT = Pattern.compile("abd[aeiou]?ll?ah?i?");
  // "Servant of the" on its own, its l drowned by the letter that follows: abdul, abdur, abdus.
  private static final Pattern SERVANT_OF = Pattern.compile("abd(?:[aeou]{1,2}[lrsdtnz]h?)?");
  private static final Pattern GOD = Pattern.compile("[au]?ll?ah?");

  // "of the faith" at the end of Arabic names, in its spellings: Nooruddin, Safieddine, Tajideen.
  private static final Pattern OF_FAITH = Pattern.compile("(.{3,}?)[aeiou]?dd?(?:i|ee|ie|y)ne?");
  private static final Pattern FAITH = Pattern.compile("(?:[aeu][dl])?d(?:i|ee|ie|y)ne?");
  private static final String FAITHFUL = "din";

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, Set<Integer>> groups = new HashMap<>();
  private final Set<String> common = new HashSet<>();

  PersonNames() {
    for (List<String> row : Tables.rows("person-words.txt")) {
      words
          .computeIfAbsent(row.getFirst(), k -> new HashSet<>())
          .addAll(row.subList(1, row.size()));
    }
    int group = 0;
    for (List<String> row : Tables.rows("person-equivalents.txt")) {
      for (String word : row) {
        groups.computeIfAbsent(word, k -> new HashSet<>()).add(group);
      }
      group++;
    }
    for (List<String> row : Tables.rows("common-parts.txt")) {
      common.addAll(row.subList(1, row.size()));
    }
  }

  Name read(String raw, List<String> folded) {
    List<String> ordered = undoComma(folded);
    List<Part> parts = new ArrayList<>();
    boolean afterDe = false;
    for (int i = 0; i < ordered.size(); i++) {
      String word = ordered.get(i);
      String next = i + 1 < ordered.size() ? ordered.get(i + 1) : "";
      if (isFiller(word, next, i)) {
        afterDe = word.equals("de") && parts.size() > 1;
        continue;
      }
      add(word, afterDe, parts);
      afterDe = false;
    }
    if (parts.isEmpty()) {
      ordered.forEach(word -> parts.add(part(word, Role.PLAIN, ORDINARY)));
    }
    return Name.of(raw, NameKind.PERSON, parts, Set.of());
  }

  // "Surname, Given" becomes "Given Surname"; a generation after a comma stays at the end.
  private List<String> undoComma(List<String> folded) {
    int comma = folded.indexOf(",");
    List<String> rest = new ArrayList<>(folded.subList(0, comma < 0 ? folded.size() : comma));
    if (comma >= 0) {
      List<String> given =
          folded.subList(comma + 1, folded.size()).stream().filter(w -> !w.equals(",")).toList();
      boolean generation = given.stream().allMatch(w -> is("younger", w) || is("older", w));
      rest.addAll(generation ? rest.size() : 0, given);
    }
    return rest;
  }

  private boolean is(String kind, String word) {
    return words.getOrDefault(kind, Set.of()).contains(word);
  }

  private boolean isFiller(String word, String next, int position) {
    if (is("title", word)) {
      return true;
    }
    if (is("particle", word)) {
      // A single letter is an initial, and Ben at the head is a given name.
      return word.length() > 1
          ? position > 0 || !word.equals("ben")
          : word.equals("y") && position > 0;
    }
    return is("sun-letter", word)
        && next.length() > 2
        && next.charAt(0) == word.charAt(word.length() - 1);
  }

  private void add(String word, boolean afterDe, List<Part> parts) {
    if (NameReader.isNumber(word)) {
      parts.add(NameReader.number(word));
    } else if (word.length() == 1) {
      parts.add(part(word, Role.INITIAL, INITIAL));
    } else if (is("younger", word) && parts.size() > 1) {
      parts.add(part(word, Role.YOUNGER, LIGHT));
    } else if (is("older", word) && parts.size() > 1) {
      parts.add(part(word, Role.OLDER, LIGHT));
    } else if (isGodsServant(word, parts)) {
      if (after("abd", parts)) {
        parts.removeLast();
      }
      parts.add(part("abdallah", Role.PLAIN, COMMON));
    } else if (SERVANT_OF.matcher(word).matches()) {
      parts.add(part("abd", Role.LIGHT, LIGHT));
    } else if (is("light", word)) {
      parts.add(part(word, Role.LIGHT, LIGHT));
    } else {
      addPlain(word, afterDe, parts);
    }
  }

  private void addPlain(String given, boolean afterDe, List<Part> parts) {
    boolean faith = !parts.isEmpty() && FAITH.matcher(given).matches();
    if (faith && parts.getLast().role() == Role.PLAIN && !parts.getLast().common()) {
      String last = parts.removeLast().text();
      parts.add(part(last + FAITHFUL, Role.PLAIN, weight(last + FAITHFUL)));
      return;
    }
    String word = faithful(given);
    String whole = after("abd", parts) ? SERVANT + word : servantOf(word);
    if (after("abd", parts)) {
      parts.removeLast();
    }
    boolean married = afterDe && !common.contains(whole);
    parts.add(part(whole, married ? Role.MARRIED : Role.PLAIN, married ? MARRIED : weight(whole)));
  }

  private static String faithful(String word) {
    Matcher matcher = OF_FAITH.matcher(word);
    return matcher.matches() ? matcher.group(1) + FAITHFUL : word;
  }

  private static boolean isGodsServant(String word, List<Part> parts) {
    return GODS_SERVANT.matcher(word).matches()
        || (after("abd", parts) && GOD.matcher(word).matches());
  }

  private static boolean after(String text, List<Part> parts) {
    return !parts.isEmpty() && parts.getLast().text().equals(text);
  }

  private double weight(String word) {
    return common.contains(word) ? COMMON : ORDINARY;
  }

  // Abdelkrim, Abdurrahman, Abd al-Karim: "servant of the" in one spelling, joined to its name.
  private static String servantOf(String word) {
    if (!word.startsWith("abd") || word.length() < 7) {
      return word;
    }
    int at = "aeiou".indexOf(word.charAt(3)) >= 0 ? 4 : 3;
    char article = word.charAt(at);
    boolean sun = article == word.charAt(at + 1) && article != 'l';
    boolean open = at == 4 && "aeiou".indexOf(article) < 0 && word.length() >= 8;
    int from = article == 'l' || sun ? at + 1 : open ? at : word.length();
    return word.length() - from >= 3 ? SERVANT + word.substring(from) : word;
  }

  private Part part(String word, Role role, double weight) {
    return new Part(
        word,
        Sound.of(word),
        weight,
        role,
        groups.getOrDefault(word, Set.of()),
        common.contains(word));
  }
}
