// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.matching.algo1.name.Part.Role;

/// Reads names of every kind into parts.
public final class NameReader {
  private final Fold fold = new Fold();
  private final PersonNames persons = new PersonNames();
  private final OrganisationNames organisations = new OrganisationNames();
  private final ThingNames things = new ThingNames();

  /// The name as one of {@code kind}; empty if nothing readable remains.
  public Optional<Name> read(String raw, NameKind kind) {
    List<String> words = fold.words(raw);
    if (words.stream().allMatch(word -> word.equals(","))) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case PERSON -> persons.read(raw, words);
          case ORGANISATION -> organisations.read(raw, words);
          case THING -> things.read(raw, words);
        });
  }

  static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  static Part number(String word) {
    String plain = word.replaceFirst("^0+(?=.)", "");
    return new Part(plain, plain, 1.0, Role.NUMBER, Set.of(), false);
  }
}
