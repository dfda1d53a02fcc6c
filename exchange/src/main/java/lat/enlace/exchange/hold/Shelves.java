// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;

/// The three holdings, searched apart: partners' questions meet the case subjects and nothing else
/// (invariant I10).
public final class Shelves {
  private final Matcher matcher;
  private final HoldingsIndex subjects;
  private final HoldingsIndex claims;
  private final HoldingsIndex sealed;

  private Shelves(Matcher matcher) {
    this.matcher = matcher;
    this.subjects = matcher.newIndex();
    this.claims = matcher.newIndex();
    this.sealed = matcher.newIndex();
  }

  /// Fills the indexes from the store.
  public static Shelves open(Matcher matcher, Journal journal) {
    Shelves shelves = new Shelves(matcher);
    for (Store.Row row : rows(journal, Store.Space.HOLDING)) {
      shelves.subjects.put(Stored.read(row.value(), CaseSubject.class).entity());
    }
    for (Store.Row row : rows(journal, Store.Space.CLAIM)) {
      shelves.claims.put(Stored.read(row.value(), Entity.class));
    }
    for (Store.Row row : rows(journal, Store.Space.PROTECTED)) {
      shelves.sealed.put(Stored.read(row.value(), Entity.class));
    }
    return shelves;
  }

  private static List<Store.Row> rows(Journal journal, Store.Space space) {
    return journal.read(view -> view.scan(space, "", "", Integer.MAX_VALUE));
  }

  /// Case subjects that may be the one asked about, best first.
  public List<Candidate> subjects(Entity probe) {
    return subjects.search(Probe.of(probe), matcher.screening());
  }

  /// True if the subject may be someone on the sealed list. Asked of every question alike.
  public boolean isProtected(Entity probe) {
    return !sealed.search(Probe.of(probe), matcher.screening()).isEmpty();
  }

  /// Case subjects and claims together, for this node's own officers.
  public List<Candidate> own(Entity probe) {
    List<Candidate> all = new ArrayList<>(subjects(probe));
    all.addAll(claims.search(Probe.of(probe), matcher.screening()));
    all.sort(
        Comparator.comparing(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.id().value()));
    return all;
  }

  /// The case subject of this id.
  public Optional<CaseSubject> subject(Work work, EntityId id) {
    return work.get(Store.Space.HOLDING, id.value(), CaseSubject.class);
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

  HoldingsIndex sealedIndex() {
    return sealed;
  }
}
