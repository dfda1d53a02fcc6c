// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;

/// What much the same names have in common: the consonants of all parts, sorted, those that clerks
/// confuse as one. Variations of one question share their budgets by it.
public final class Skeleton {
  private static final int KEY_CHARACTERS = 24;

  private Skeleton() {}

  /// The skeleton of each name given.
  public static Set<String> all(Entity subject) {
    return subject.statements().stream()
        .filter(one -> QuestionBounds.isName(one.property()))
        .map(Statement::value)
        .map(Skeleton::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The skeleton of one name.
  public static String of(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z ]", "")
            .replaceAll("[aeiouhwy]", "")
            .replaceAll("(.)\\1+", "$1")
            .replace('v', 'b')
            .replace('z', 's')
            .replace('c', 's')
            .replace('k', 's')
            .replace('q', 's');
    String sorted =
        Arrays.stream(folded.trim().split(" +")).sorted().collect(Collectors.joining("."));
    return sorted.substring(0, Math.min(KEY_CHARACTERS, sorted.length()));
  }
}
