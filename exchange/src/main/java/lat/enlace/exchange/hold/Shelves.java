// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.decide.Ages;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.matching.SearchOptions;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;

/// The three holdings, searched apart: partners' questions meet the case subjects and nothing else
/// (invariant I10).
public final class Shelves {
  private final Matcher matcher;
  private final HoldingsIndex subjects;
  private final HoldingsIndex claims;
  private final Map<ConcealedFact, HoldingsIndex> sealed = new EnumMap<>(ConcealedFact.class);

  private Shelves(Matcher matcher) {
    this.matcher = matcher;
    this.subjects = matcher.newIndex();
    this.claims = matcher.newIndex();
    for (ConcealedFact why : ConcealedFact.values()) {
      sealed.put(why, matcher.newIndex());
    }
  }

  /// Fills the indexes from the store.
  public static Shelves open(Matcher matcher, Journal journal) {
    Shelves shelves = new Shelves(matcher);
    for (Store.Row row : rows(journal, Store.Space.HOLDING)) {
      shelves.subjects.put(Stored.read(row.value(), SubjectRow.class).subject().entity());
    }
    for (Store.Row row : rows(journal, Store.Space.CLAIM)) {
      shelves.claims.put(Stored.read(row.value(), Entity.class));
    }
    for (Store.Row row : rows(journal, Store.Space.PROTECTED)) {
      Entity person = Stored.read(row.value(), Entity.class);
      for (ConcealedFact why : ConcealedFact.values()) {
        if (row.key().equals(sealedKey(why, person.id()))) {
          shelves.sealedIndex(why).put(person);
        }
      }
    }
    return shelves;
  }

  private static List<Store.Row> rows(Journal journal, Store.Space space) {
    return journal.read(view -> view.scan(space, "", "", Integer.MAX_VALUE));
  }

  /// What this node itself knows of someone, whatever road the question takes: of all that is held
  /// to be the same person, the worst age and every concealed fact. A person asked about under one
  /// name may be sealed under another that only the record holds.
  ///
  /// @param alike the probe, and where there is one the candidate or the item
  public Facts facts(Work work, List<Entity> alike) {
    EnumSet<ConcealedFact> concealed = EnumSet.noneOf(ConcealedFact.class);
    AgeFact age = AgeFact.UNKNOWN;
    for (Entity one : alike) {
      concealed.addAll(concealed(one));
      AgeFact stated = Ages.of(one, work.now());
      age = stated.compareTo(age) > 0 ? stated : age;
    }
    return new Facts(age, concealed, alike.stream().anyMatch(one -> one.schema().mayBePerson()));
  }

  private Set<ConcealedFact> concealed(Entity one) {
    EnumSet<ConcealedFact> found = EnumSet.noneOf(ConcealedFact.class);
    for (ConcealedFact why : ConcealedFact.values()) {
      if (!sealedIndex(why).search(Probe.of(one), matcher.screening()).isEmpty()) {
        found.add(why);
      }
    }
    return found;
  }

  /// Where a sealed person is kept. Who is both protected and a refugee is kept twice.
  static String sealedKey(ConcealedFact why, EntityId id) {
    return switch (why) {
      case PROTECTED_PERSON -> id.value();
      case REFUGEE -> Keys.of("refugee", id);
    };
  }

  /// Case subjects that may be the one a partner asks about and may be told, best first. Dates and
  /// numbers that are only near do not count, so that nobody feels his way to them. Each
  /// candidate's own record is compared with the sealed list; as many comparisons are made whatever
  /// was found (invariants I10, I13).
  public List<Candidate> tellable(Work work, Entity probe) {
    SearchOptions screening = matcher.screening().forPartner();
    List<Candidate> found = subjects.search(Probe.of(probe), screening);
    List<Candidate> told = new ArrayList<>();
    for (int i = 0; i < screening.limit(); i++) {
      boolean here = i < found.size();
      EntityId id = here ? found.get(i).id() : probe.id();
      boolean open = isTellable(work, subject(work, id).map(CaseSubject::entity).orElse(probe));
      if (here && open) {
        told.add(found.get(i));
      }
    }
    return told;
  }

  /// The case subject of this id, if partners may be told of it. One who was sealed after a hit was
  /// told is as absent as one who was withdrawn.
  public Optional<CaseSubject> tellable(Work work, EntityId id) {
    return subject(work, id).filter(found -> isTellable(work, found.entity()));
  }

  private boolean isTellable(Work work, Entity entity) {
    Facts facts = facts(work, List.of(entity));
    return facts.concealed().isEmpty() && facts.age() != AgeFact.MINOR;
  }

  /// Case subjects and claims together, for this node's own officers.
  public List<Candidate> own(Entity probe) {
    List<Candidate> all = new ArrayList<>(subjects.search(Probe.of(probe), matcher.screening()));
    all.addAll(claims.search(Probe.of(probe), matcher.screening()));
    all.sort(
        Comparator.comparing(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.id().value()));
    return all;
  }

  /// The case subject of this id.
  public Optional<CaseSubject> subject(Work work, EntityId id) {
    return row(work, id).map(SubjectRow::subject);
  }

  static Optional<SubjectRow> row(Work work, EntityId id) {
    return work.get(Store.Space.HOLDING, id.value(), SubjectRow.class);
  }

  /// The matching algorithm.
  public Matcher matcher() {
    return matcher;
  }

  HoldingsIndex subjectIndex() {
    return subjects;
  }

  HoldingsIndex claimIndex() {
    return claims;
  }

  HoldingsIndex sealedIndex(ConcealedFact why) {
    return Objects.requireNonNull(sealed.get(why));
  }
}
