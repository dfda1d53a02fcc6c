// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.matching.algo1.block.PartDictionary;
import lat.enlace.matching.algo1.block.Postings;
import lat.enlace.matching.algo1.block.Tally;
import lat.enlace.matching.algo1.name.Name;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.matching.algo1.name.Part;
import lat.enlace.matching.algo1.name.PartComparison;

/// Finds the few records worth comparing: widens each part of the probe's names over the
/// dictionary, gathers who bears them, rarest part first, and keeps the records with most evidence.
/// Not thread-safe; its owner locks.
final class CandidateFinder {
  /// Records compared in full.
  static final int MOST_COMPARED = 120;

  // Parts less alike than this do not count as the same in a name, so they need not be found.
  private static final double LEAST_LIKENESS = 0.72;

  // Bearers read before common parts are only checked against those found already.
  private static final int BUDGET = 60_000;
  private static final int MOST_PARTS = 160;
  private static final double PIECE = 0.9;

  private final PartDictionary dictionary = new PartDictionary();
  private final Map<String, Postings> numbers = new HashMap<>();
  private final PartComparison parts = new PartComparison();
  private int records;

  void add(Subject subject, int record) {
    records++;
    partsOf(subject).values().forEach(part -> dictionary.add(part, record));
    for (String key : numberKeys(subject)) {
      numbers.computeIfAbsent(key, k -> new Postings()).put(record);
    }
  }

  void remove(Subject subject, int record) {
    records--;
    partsOf(subject).values().forEach(part -> dictionary.remove(part, record));
    for (String key : numberKeys(subject)) {
      Postings postings = numbers.get(key);
      if (postings != null) {
        postings.take(record);
        if (postings.size() == 0) {
          numbers.remove(key);
        }
      }
    }
  }

  private static Map<String, Part> partsOf(Subject subject) {
    Map<String, Part> found = new LinkedHashMap<>();
    subject.names().values().stream()
        .flatMap(List::stream)
        .forEach(label -> {
          label.name().parts().forEach(part -> found.putIfAbsent(part.text(), part));
          label.name().acronym().ifPresent(part -> found.putIfAbsent(part.text(), part));
        });
    return found;
  }

  private static Set<String> numberKeys(Subject subject) {
    Set<String> keys = new HashSet<>();
    for (Subject.Numbered number : subject.numbers()) {
      keys.add(number.kind() + ":" + number.folded());
      if (number.kind() == NumberKind.DOCUMENT) {
        keys.add(number.kind() + ":" + number.folded().replaceAll("^[A-Z]{1,3}(?=\\d)", ""));
      }
    }
    return keys;
  }

  /// Record numbers, most evidence first.
  List<Integer> find(Subject probe) {
    Tally total = new Tally();
    for (Set<PartDictionary.Near> near : widened(probe)) {
      count(near, total);
    }
    List<Integer> byNumber = new ArrayList<>();
    for (String key : numberKeys(probe)) {
      Postings postings = numbers.get(key);
      for (int i = 0; postings != null && i < Math.min(postings.size(), MOST_COMPARED); i++) {
        byNumber.add(postings.at(i));
      }
    }
    return best(total, leastParts(probe), byNumber);
  }

  // One part in common never makes a hit where the probe has several, unless words were run
  // together or stand as an acronym; only then is a record with one part worth comparing.
  private static int leastParts(Subject probe) {
    boolean several =
        probe.names().entrySet().stream()
            .flatMap(entry -> entry.getValue().stream())
            .allMatch(
                label -> label.name().kind() == NameKind.PERSON && label.name().parts().size() > 2);
    return several ? 2 : 1;
  }

  // One set of near parts for each part of the probe, those with the fewest bearers first.
  private List<Set<PartDictionary.Near>> widened(Subject probe) {
    Map<String, Part> wanted = new LinkedHashMap<>();
    probe.names().values().stream()
        .flatMap(List::stream)
        .forEach(label -> addProbeParts(label.name(), wanted));
    List<Set<PartDictionary.Near>> all = new ArrayList<>();
    for (Part part : wanted.values().stream().limit(MOST_PARTS).toList()) {
      Set<PartDictionary.Near> near =
          new HashSet<>(dictionary.near(part, LEAST_LIKENESS, held -> parts.likeness(part, held)));
      for (String piece : parts.pieces(part)) {
        dictionary.exact(piece).ifPresent(e -> near.add(new PartDictionary.Near(e, PIECE)));
      }
      if (!near.isEmpty()) {
        all.add(near);
      }
    }
    all.sort(Comparator.comparingLong(CandidateFinder::bearers));
    return all;
  }

  private void addProbeParts(Name name, Map<String, Part> wanted) {
    for (Part part : name.parts()) {
      if (part.role() != Part.Role.INITIAL || name.parts().size() == 1) {
        wanted.putIfAbsent(part.text(), part);
      }
    }
    for (Part pair : parts.joined(name)) {
      wanted.putIfAbsent(pair.text(), pair);
    }
    name.acronym().ifPresent(part -> wanted.putIfAbsent(part.text(), part));
  }

  private static long bearers(Set<PartDictionary.Near> near) {
    return near.stream().mapToLong(n -> n.entry().postings().size()).sum();
  }

  private void count(Set<PartDictionary.Near> near, Tally total) {
    Tally ofPart = new Tally();
    boolean common = total.size() > 0 && bearers(near) > BUDGET;
    for (PartDictionary.Near part : near) {
      Postings postings = part.entry().postings();
      float weight = (float) (rarity(postings) * part.likeness() * part.entry().part().weight());
      if (common) {
        total.forEach((record, sum, times) -> {
          if (postings.contains(record)) {
            ofPart.raise(record, weight);
          }
        });
      } else {
        for (int i = 0; i < Math.min(postings.size(), BUDGET); i++) {
          ofPart.raise(postings.at(i), weight);
        }
      }
    }
    ofPart.forEach((record, sum, times) -> total.add(record, sum));
  }

  private double rarity(Postings postings) {
    return 1 + Math.log((1.0 + records) / (1.0 + postings.size()));
  }

  private static List<Integer> best(Tally total, int least, List<Integer> byNumber) {
    record Found(int record, float sum) {}
    List<Found> found = new ArrayList<>();
    total.forEach((record, sum, times) -> {
      if (times >= least) {
        found.add(new Found(record, sum));
      }
    });
    found.sort(Comparator.comparingDouble((Found f) -> -f.sum()).thenComparingInt(Found::record));
    List<Integer> result = new ArrayList<>(byNumber.stream().distinct().toList());
    found.stream()
        .limit(MOST_COMPARED)
        .map(Found::record)
        .filter(record -> !byNumber.contains(record))
        .forEach(result::add);
    return result;
  }
}
