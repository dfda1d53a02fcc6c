// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.matching.algo1.block.PartDictionary;
import lat.enlace.matching.algo1.block.Postings;
import lat.enlace.matching.algo1.block.Tally;
import lat.enlace.matching.algo1.name.Name;
import lat.enlace.matching.algo1.name.NameComparison;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.matching.algo1.name.Part;
import lat.enlace.matching.algo1.name.PartComparison;
import org.jspecify.annotations.Nullable;

/// Finds the few records worth comparing: widens each part of the probe's names over the
/// dictionary, gathers who bears them, rarest part first, and keeps the records with most evidence.
/// Not thread-safe; its owner locks.
final class CandidateFinder {
  /// Records compared in full.
  static final int MOST_COMPARED = 120;

  // Of those with one part in common; they hit only by a birth date, a name of one part or a part
  // run together.
  private static final int MOST_SINGLE = 24;

  // Parts less alike than this do not count as the same in a name, so they need not be found.
  private static final double LEAST_LIKENESS = 0.72;

  // Bearers read before common parts are only checked against those found already.
  private static final int BUDGET = 60_000;
  private static final int MOST_PARTS = 160;
  private static final double WHOLE = 0.9;

  // A power of two; the commonest names of a country are some thousands.
  private static final int REMEMBERED = 1 << 13;

  // The mildest of the rules of names, so that nothing is passed over that any of them would find.
  private static final double LEAST_CONTRADICTION = 1.3;
  private static final double LEAST_MISSING = 0.15;

  private final PartDictionary dictionary = new PartDictionary();
  private final Map<String, Postings> numbers = new HashMap<>();
  private final PartComparison parts = new PartComparison();
  private final BitSet severalParts = new BitSet();
  private final @Nullable Remembered[] remembered = new Remembered[REMEMBERED];
  private int version;
  private int records;

  void add(Subject subject, int record) {
    version++;
    records++;
    severalParts.set(record, isPersonOfSeveralParts(subject));
    partsOf(subject).values().forEach(part -> dictionary.add(part, record));
    for (String key : numberKeys(subject)) {
      numbers.computeIfAbsent(key, k -> new Postings()).put(record);
    }
  }

  void remove(Subject subject, int record) {
    version++;
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

  private static boolean isPersonOfSeveralParts(Subject subject) {
    return subject.names().keySet().equals(Set.of(NameKind.PERSON))
        && subject.names().values().stream()
            .flatMap(List::stream)
            .allMatch(label -> label.name().parts().size() > 1);
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

  /// Records worth comparing, most evidence first.
  List<Lead> find(Subject probe) {
    Tally total = new Tally();
    for (Spread spread : spreads(probe)) {
      count(spread, total);
    }
    List<Lead> byNumber = new ArrayList<>();
    for (String key : numberKeys(probe)) {
      Postings postings = numbers.get(key);
      for (int i = 0; postings != null && i < Math.min(postings.size(), MOST_COMPARED); i++) {
        byNumber.add(new Lead(postings.at(i), 0, 1));
      }
    }
    return best(total, probe, byNumber);
  }

  // One part in common never makes a hit on a person where the probe has several and nothing else;
  // a birth date may lift it.
  private static boolean onlyNamesOfSeveralParts(Subject probe) {
    boolean several =
        probe.names().getOrDefault(NameKind.PERSON, List.of()).stream()
            .allMatch(label -> label.name().parts().size() > 1);
    return several && probe.dates().isEmpty();
  }

  /// A part of the probe and the held parts near it.
  ///
  /// @param weight of the part in the name
  /// @param near who bears it
  /// @param parts how many parts of a name it stands for: words run together stand for two
  private record Spread(double weight, List<Bearers> near, int parts) {
    long bearers() {
      return near.stream().mapToLong(n -> n.postings().size()).sum();
    }
  }

  /// Who bears one held part.
  ///
  /// @param alike how far it is the part asked for, as {@link PartComparison#agreement} counts it
  /// @param evidence likeness by weight, rarity left out
  private record Bearers(Postings postings, double alike, double evidence) {}

  /// The bearers of parts near one, as the dictionary was at a version.
  private record Remembered(int version, Part part, List<Bearers> near) {}

  // Those with the fewest bearers first.
  private List<Spread> spreads(Subject probe) {
    Map<String, Part> wanted = new LinkedHashMap<>();
    Set<String> whole = new LinkedHashSet<>();
    probe.names().values().stream()
        .flatMap(List::stream)
        .map(Subject.Label::name)
        .forEach(name -> {
          addParts(name, wanted);
          parts.joined(name).forEach(pair -> whole.add(pair.text()));
          name.acronym().ifPresent(part -> whole.add(part.text()));
        });
    List<Spread> all = new ArrayList<>();
    for (Part part : wanted.values().stream().limit(MOST_PARTS).toList()) {
      all.add(new Spread(part.weight(), near(part), 1));
      parts.halves(part).forEach(halves -> apart(halves).ifPresent(all::add));
    }
    whole.removeAll(wanted.keySet());
    for (String text : whole) {
      dictionary
          .exact(text)
          .ifPresent(
              entry -> all.add(new Spread(2, List.of(new Bearers(entry.postings(), 1, WHOLE)), 2)));
    }
    all.sort(Comparator.comparingLong(Spread::bearers));
    return all;
  }

  // Names are few and people many, so the last answer for a name is mostly asked for again. Many
  // questions write here at once: what they write is whole and the same for the same part.
  private List<Bearers> near(Part part) {
    int place = part.text().hashCode() & (REMEMBERED - 1);
    Remembered last = remembered[place];
    if (last == null || last.version() != version || !last.part().equals(part)) {
      last = new Remembered(version, part, widened(part));
      remembered[place] = last;
    }
    return last.near();
  }

  private List<Bearers> widened(Part part) {
    return dictionary.near(part, LEAST_LIKENESS, held -> parts.likeness(part, held)).stream()
        .map(near ->
            new Bearers(
                near.entry().postings(),
                parts.agreement(near.likeness()),
                near.likeness() * near.entry().part().weight()))
        .toList();
  }

  // Those who bear both halves of a part that the probe writes as one.
  private Optional<Spread> apart(List<String> halves) {
    Optional<PartDictionary.Entry> first = dictionary.exact(halves.getFirst());
    Optional<PartDictionary.Entry> last = dictionary.exact(halves.getLast());
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Postings both = first.get().postings().and(last.get().postings());
    return both.size() == 0
        ? Optional.empty()
        : Optional.of(new Spread(2, List.of(new Bearers(both, 1, WHOLE)), 2));
  }

  private static void addParts(Name name, Map<String, Part> wanted) {
    for (Part part : name.parts()) {
      if (part.role() != Part.Role.INITIAL || name.parts().size() == 1) {
        wanted.putIfAbsent(part.text(), part);
      }
    }
  }

  private void count(Spread spread, Tally total) {
    Tally ofPart = new Tally();
    boolean common = total.size() > 0 && spread.bearers() > BUDGET;
    for (Bearers part : spread.near()) {
      Postings postings = part.postings();
      float weight = (float) (rarity(postings) * part.evidence());
      float alike = (float) part.alike();
      if (common) {
        total.forEach(known -> {
          if (postings.contains(known.record())) {
            ofPart.raise(known.record(), weight, alike);
          }
        });
      } else {
        for (int i = 0; i < Math.min(postings.size(), BUDGET); i++) {
          ofPart.raise(postings.at(i), weight, alike);
        }
      }
    }
    float weight = (float) spread.weight();
    ofPart.forEach(found ->
        total.add(
            new Tally.Evidence(
                found.record(), found.sum(), weight * found.shared(), weight, spread.parts())));
  }

  private double rarity(Postings postings) {
    return 1 + Math.log((1.0 + records) / (1.0 + postings.size()));
  }

  private List<Lead> best(Tally total, Subject probe, List<Lead> byNumber) {
    boolean onlyNames = onlyNamesOfSeveralParts(probe);
    double weight = lightest(probe);
    List<Lead> several = new ArrayList<>();
    List<Lead> single = new ArrayList<>();
    total.forEach(found -> {
      Lead lead =
          new Lead(
              found.record(), found.sum(), most(found, weight, severalParts.get(found.record())));
      if (found.times() > 1) {
        several.add(lead);
      } else if (!onlyNames || !severalParts.get(found.record())) {
        single.add(lead);
      }
    });
    Map<Integer, Lead> result = new LinkedHashMap<>();
    byNumber.forEach(lead -> result.put(lead.record(), lead));
    several.stream()
        .sorted()
        .limit(MOST_COMPARED)
        .forEach(lead -> result.putIfAbsent(lead.record(), lead));
    single.stream()
        .sorted()
        .limit(MOST_SINGLE)
        .forEach(lead -> result.putIfAbsent(lead.record(), lead));
    return List.copyOf(result.values());
  }

  // Initials fit anything that begins with them, so they are left out.
  private static double lightest(Subject probe) {
    return probe.names().values().stream()
        .flatMap(List::stream)
        .mapToDouble(label ->
            label.name().parts().stream()
                .filter(part -> part.role() != Part.Role.INITIAL)
                .mapToDouble(Part::weight)
                .sum())
        .min()
        .orElse(0);
  }

  // The most that the names can reach: what is in common counts as far as it is alike, the rest of
  // the probe as left out, never as contradicted.
  private static double most(Tally.Evidence found, double weight, boolean severalParts) {
    double missing = Math.max(0, weight - found.weight());
    double against = Math.max(0, found.weight() - found.shared());
    double rest = LEAST_CONTRADICTION * against + LEAST_MISSING * missing;
    double reach = found.shared() / (found.shared() + rest);
    return severalParts && missing > 0.5 ? reach * NameComparison.proof(found.shared()) : reach;
  }

  /// A record worth comparing; most evidence first.
  ///
  /// @param record number
  /// @param sum of evidence
  /// @param most similarity of names that its names can reach
  record Lead(int record, float sum, double most) implements Comparable<Lead> {
    @Override
    public int compareTo(Lead other) {
      int bySum = Float.compare(other.sum, sum);
      return bySum != 0 ? bySum : Integer.compare(record, other.record);
    }
  }
}
