// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Comparison;
import lat.enlace.matching.FeatureResult;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Probe;
import lat.enlace.matching.SearchOptions;
import lat.enlace.matching.Strength;
import lat.enlace.model.Agreement;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;

/// A holding in memory. Many questions run at once; a change waits for those running and holds up
/// the next for the time one record takes.
final class MemoryIndex implements HoldingsIndex {
  private final Algo1 algorithm;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final CandidateFinder finder = new CandidateFinder();
  private final Map<EntityId, Integer> recordOf = new HashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  /// A record; a free place holds {@link #NOBODY}.
  private record Held(EntityId id, Subject subject) {}

  private static final Held NOBODY =
      new Held(
          new EntityId("0"),
          new Subject(Schema.ADDRESS, Map.of(), List.of(), Set.of(), Set.of(), List.of()));

  MemoryIndex(Algo1 algorithm) {
    this.algorithm = algorithm;
  }

  @Override
  public void put(Entity entity) {
    Subject subject = algorithm.read(Probe.of(entity));
    lock.writeLock().lock();
    try {
      forget(entity.id());
      int record = free.isEmpty() ? held.size() : free.pop();
      if (record == held.size()) {
        held.add(NOBODY);
      }
      held.set(record, new Held(entity.id(), subject));
      recordOf.put(entity.id(), record);
      finder.add(subject, record);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public boolean withdraw(EntityId id) {
    lock.writeLock().lock();
    try {
      return forget(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean forget(EntityId id) {
    Integer record = recordOf.remove(id);
    if (record == null) {
      return false;
    }
    finder.remove(held.get(record).subject(), record);
    held.set(record, NOBODY);
    free.push(record);
    return true;
  }

  @Override
  public int size() {
    lock.readLock().lock();
    try {
      return recordOf.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public List<Candidate> search(Probe probe, SearchOptions options) {
    Subject asked = algorithm.read(probe);
    List<Candidate> candidates = new ArrayList<>();
    for (Found found : found(asked)) {
      // What cannot reach the threshold however well the rest fits is not compared.
      if (found.most() < algorithm.least(asked, found.held().subject(), options)) {
        continue;
      }
      Comparison comparison = algorithm.compare(asked, found.held().subject(), options.nearness());
      if (comparison.score().reaches(options.threshold()) && comparison.score().value() > 0) {
        candidates.add(candidate(found.held().id(), comparison));
      }
    }
    candidates.sort(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::id));
    return List.copyOf(candidates.subList(0, Math.min(options.limit(), candidates.size())));
  }

  /// A record found and the most its names can reach.
  private record Found(Held held, double most) {}

  private List<Found> found(Subject asked) {
    lock.readLock().lock();
    try {
      return finder.find(asked).stream()
          .map(lead -> new Found(held.get(lead.record()), lead.most()))
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  private Candidate candidate(EntityId id, Comparison comparison) {
    boolean second = comparison.features().stream().anyMatch(MemoryIndex::isSecond);
    boolean strong = second && comparison.score().reaches(algorithm.thresholds().strong());
    return new Candidate(
        id, comparison.score(), strong ? Strength.STRONG : Strength.WEAK, comparison.features());
  }

  // A second, independent feature: a whole birth date or a number. Country and gender are shared by
  // too many to count.
  private static boolean isSecond(FeatureResult result) {
    boolean telling =
        result.feature() == ComparedFeature.BIRTH_DATE
            || result.feature() == ComparedFeature.IDENTIFIER;
    return telling && result.agreement() == Agreement.AGREES && result.similarity() > 0.85;
  }
}
