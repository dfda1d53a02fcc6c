// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Comparison;
import lat.enlace.matching.FeatureResult;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.matching.Score;
import lat.enlace.matching.SearchOptions;
import lat.enlace.matching.Strength;
import lat.enlace.matching.Thresholds;
import lat.enlace.model.Agreement;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// A matcher so plain that a test can foretell it: names agree if they share half of their parts,
/// birth dates and numbers if they are equal. Not a measure of anything.
public final class NameMatcher implements Matcher {
  private static final double SCREENING = 0.5;

  private long searches;

  /// How many searches its indexes have done: the work that a question made.
  public long searches() {
    return searches;
  }

  @Override
  public String algorithm() {
    return "plain";
  }

  @Override
  public Thresholds thresholds() {
    return new Thresholds(SCREENING, SCREENING, SCREENING);
  }

  @Override
  public Comparison compare(Probe left, Probe right) {
    Candidate candidate = candidate(new EntityId("right"), left, right);
    return new Comparison(
        candidate.score(), candidate.score().reaches(SCREENING), candidate.features());
  }

  @Override
  public HoldingsIndex newIndex() {
    return new Index();
  }

  private static Candidate candidate(EntityId id, Probe left, Probe right) {
    Set<String> one = parts(left);
    Set<String> both = new TreeSet<>(one);
    both.retainAll(parts(right));
    double share =
        one.isEmpty() ? 0 : (double) both.size() / Math.max(one.size(), parts(right).size());
    List<String> born = left.values(Property.BIRTH_DATE);
    List<String> other = right.values(Property.BIRTH_DATE);
    Agreement date =
        born.isEmpty() || other.isEmpty()
            ? Agreement.NOT_COMPARED
            : born.stream().anyMatch(other::contains) ? Agreement.AGREES : Agreement.DIFFERS;
    boolean sameNumber =
        left.values(Property.ID_NUMBER).stream()
            .anyMatch(right.values(Property.ID_NUMBER)::contains);
    Agreement number = sameNumber ? Agreement.AGREES : Agreement.NOT_COMPARED;
    Agreement name = share == 1 ? Agreement.AGREES : Agreement.CLOSE;
    return new Candidate(
        id,
        new Score(share),
        date == Agreement.AGREES ? Strength.STRONG : Strength.WEAK,
        List.of(
            result(ComparedFeature.NAME, name),
            result(ComparedFeature.BIRTH_DATE, date),
            result(ComparedFeature.IDENTIFIER, number)));
  }

  private static FeatureResult result(ComparedFeature feature, Agreement agreement) {
    return new FeatureResult(feature, agreement, 0, 0, "", "", List.of());
  }

  private static Set<String> parts(Probe probe) {
    Set<String> parts = new TreeSet<>();
    for (String name : probe.values(Property.NAME)) {
      parts.addAll(Arrays.asList(name.toLowerCase(Locale.ROOT).split(" ", -1)));
    }
    return parts;
  }

  private final class Index implements HoldingsIndex {
    private final TreeMap<String, Entity> held = new TreeMap<>();

    @Override
    public void put(Entity entity) {
      held.put(entity.id().value(), entity);
    }

    @Override
    public boolean withdraw(EntityId id) {
      return held.remove(id.value()) != null;
    }

    @Override
    public int size() {
      return held.size();
    }

    @Override
    public List<Candidate> search(Probe probe, SearchOptions options) {
      searches++;
      List<Candidate> found = new ArrayList<>();
      for (Entity entity : held.values()) {
        Candidate candidate = candidate(entity.id(), probe, Probe.of(entity));
        if (candidate.score().reaches(options.threshold())) {
          found.add(candidate);
        }
      }
      found.sort(Comparator.comparing(Candidate::score).reversed());
      return found.stream().limit(options.limit()).toList();
    }
  }
}
