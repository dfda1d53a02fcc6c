// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Holdings.Found;
import lat.enlace.exchange.decide.Ages;
import lat.enlace.exchange.peer.Pseudonyms;
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
import lat.enlace.model.OffenceCode;
import lat.enlace.model.entity.Entity;

/// The three holdings, searched apart: partners' questions meet the case subjects and nothing else
/// (invariant I10).
public final class Shelves {
  /// Most of those whom one question could mean that are counted.
  public static final int MEANT = 16;

  private final Matcher matcher;
  private final HoldingsIndex subjects;
  private final ClaimLists claims;
  private final SealedList sealed;
  private final Pseudonyms pseudonyms;

  private Shelves(Matcher matcher, ClaimLists claims, SealedList sealed, Pseudonyms pseudonyms) {
    this.matcher = matcher;
    this.pseudonyms = pseudonyms;
    this.subjects = matcher.newIndex();
    this.claims = claims;
    this.sealed = sealed;
  }

  /// Fills the indexes from the store.
  ///
  /// @param pseudonyms names records: ids of files are numbers of people, and row keys are in clear
  public static Shelves open(Matcher matcher, Pseudonyms pseudonyms, Journal journal) {
    Shelves shelves =
        new Shelves(
            matcher,
            ClaimLists.open(matcher, pseudonyms, journal),
            SealedList.open(matcher, pseudonyms, journal),
            pseudonyms);
    for (Store.Row row : rows(journal, Store.Space.HOLDING)) {
      shelves.subjects.put(Stored.read(row.value(), SubjectRow.class).subject().entity());
    }
    return shelves;
  }

  static List<Store.Row> rows(Journal journal, Store.Space space) {
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
      concealed.addAll(sealed.of(one));
      AgeFact stated = Ages.of(one, work.now());
      age = stated.compareTo(age) > 0 ? stated : age;
    }
    return new Facts(age, concealed, alike.stream().anyMatch(one -> one.schema().mayBePerson()));
  }

  /// Case subjects that may be the one a partner asks about and may be told, best first. Dates and
  /// numbers that are only near do not count, so that nobody feels his way to them. Each
  /// candidate's own record is compared with the sealed list; as many comparisons are made whatever
  /// was found (invariants I10, I13).
  ///
  /// @param covered the offences that the agreement under which he asks covers
  public List<Candidate> tellable(Work work, Entity probe, Predicate<OffenceCode> covered) {
    return tellable(work, probe, covered, matcher.screening().forPartner());
  }

  private List<Candidate> tellable(
      Work work, Entity probe, Predicate<OffenceCode> covered, SearchOptions options) {
    List<Candidate> found = subjects.search(Probe.of(probe), options);
    List<Candidate> told = new ArrayList<>();
    for (int i = 0; i < options.limit(); i++) {
      boolean here = i < found.size();
      EntityId id = here ? found.get(i).id() : probe.id();
      Optional<CaseSubject> held = subject(work, id);
      boolean open = isTellable(work, held.map(CaseSubject::entity).orElse(probe));
      if (here && open && held.map(CaseSubject::offence).filter(covered).isPresent()) {
        told.add(found.get(i));
      }
    }
    return told;
  }

  /// Whom of those that may be told a partner's question would hit if the date it gives were right,
  /// best first, at most {@link #MEANT}. As many comparisons are made whoever is found.
  public List<EntityId> meant(Work work, Entity probe, Predicate<OffenceCode> covered) {
    SearchOptions supposing =
        new SearchOptions(MEANT, matcher.thresholds().screening()).supposingDates();
    return tellable(work, probe, covered, supposing).stream().map(Candidate::id).toList();
  }

  /// The case subject of this id, if partners may be told of it. One who was sealed after a hit was
  /// told, or whose offence the agreement does not cover any more, is as absent as one who was
  /// withdrawn.
  public Optional<CaseSubject> tellable(Work work, EntityId id, Predicate<OffenceCode> covered) {
    return subject(work, id)
        .filter(found -> covered.test(found.offence()))
        .filter(found -> isTellable(work, found.entity()));
  }

  private boolean isTellable(Work work, Entity entity) {
    Facts facts = facts(work, List.of(entity));
    return facts.concealed().isEmpty() && facts.age() != AgeFact.MINOR;
  }

  /// Case subjects and claims together, for this node's own officers.
  List<Found> own(Entity probe) {
    List<Found> all = new ArrayList<>();
    for (Candidate candidate : subjects.search(Probe.of(probe), matcher.screening())) {
      all.add(new Found(candidate, Found.NO_LIST));
    }
    all.addAll(claims.search(probe));
    all.sort(
        Comparator.comparing((Found found) -> found.candidate().score())
            .reversed()
            .thenComparing(found -> found.candidate().id())
            .thenComparing(Found::list));
    return all;
  }

  /// The case subject of this id.
  public Optional<CaseSubject> subject(Work work, EntityId id) {
    return row(work, id).map(SubjectRow::subject);
  }

  Optional<SubjectRow> row(Work work, EntityId id) {
    return work.get(Store.Space.HOLDING, key(id), SubjectRow.class);
  }

  /// The key of the row of a case subject.
  String key(EntityId id) {
    return pseudonyms.keyed(Keys.of("subject", id));
  }

  /// True if the two may be the same, by the measure of a hit.
  public boolean alike(Entity one, Entity other) {
    return matcher.compare(one, other).score().reaches(matcher.thresholds().screening());
  }

  /// The matching algorithm.
  public Matcher matcher() {
    return matcher;
  }

  HoldingsIndex subjectIndex() {
    return subjects;
  }

  ClaimLists claims() {
    return claims;
  }

  SealedList sealed() {
    return sealed;
  }
}
