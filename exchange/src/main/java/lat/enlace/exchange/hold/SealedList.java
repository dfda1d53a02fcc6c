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
import lat.enlace.exchange.Holdings.SealedPerson;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;

/// Whom this state protects, in memory and in the store (docs/spec/holdings.md, "The sealed list").
///
/// Ids of files mean nothing across files, so a record goes by a name of its own: a keyed digest of
/// its shelf, its id in the file and all its values. The same record put twice is one; any other
/// stands beside it. Nothing that is put takes anybody's protection away.
final class SealedList {
  private static final String NAME = "s";

  private final Matcher matcher;
  private final Pseudonyms pseudonyms;
  private final Map<ConcealedFact, HoldingsIndex> shelves = new EnumMap<>(ConcealedFact.class);

  private SealedList(Matcher matcher, Pseudonyms pseudonyms) {
    this.matcher = matcher;
    this.pseudonyms = pseudonyms;
    for (ConcealedFact why : ConcealedFact.values()) {
      shelves.put(why, matcher.newIndex());
    }
  }

  static SealedList open(Matcher matcher, Pseudonyms pseudonyms, Journal journal) {
    SealedList list = new SealedList(matcher, pseudonyms);
    for (Store.Row row : Shelves.rows(journal, Store.Space.PROTECTED)) {
      SealedRow sealed = Stored.read(row.value(), SealedRow.class);
      list.shelf(sealed.why()).put(named(new EntityId(row.key()), sealed.person()));
    }
    return list;
  }

  void put(Work work, ConcealedFact why, List<Entity> persons) {
    List<Entity> named = new ArrayList<>();
    for (Entity person : persons) {
      Entity own = named(name(why, person), person);
      work.put(Store.Space.PROTECTED, own.id().value(), new SealedRow(why, person));
      named.add(own);
    }
    work.afterwards(() -> named.forEach(shelf(why)::put));
  }

  List<SealedPerson> find(Work work, Entity probe) {
    List<SealedPerson> found = new ArrayList<>();
    for (HoldingsIndex shelf : shelves.values()) {
      for (Candidate candidate : shelf.search(Probe.of(probe), matcher.screening())) {
        SealedRow row = row(work, candidate.id()).orElseThrow();
        found.add(new SealedPerson(candidate.id(), row.why(), row.person()));
      }
    }
    return found;
  }

  /// @return whether there was such a record
  boolean remove(Work work, EntityId name) {
    Optional<SealedRow> row = row(work, name);
    row.ifPresent(found -> {
      work.delete(Store.Space.PROTECTED, name.value());
      work.afterwards(() -> shelf(found.why()).withdraw(name));
    });
    return row.isPresent();
  }

  private static Optional<SealedRow> row(Work work, EntityId name) {
    return work.get(Store.Space.PROTECTED, name.value(), SealedRow.class);
  }

  /// Both shelves are searched whatever the first has found (invariant I13).
  Set<ConcealedFact> of(Entity one) {
    EnumSet<ConcealedFact> found = EnumSet.noneOf(ConcealedFact.class);
    for (ConcealedFact why : ConcealedFact.values()) {
      if (!shelf(why).search(Probe.of(one), matcher.screening()).isEmpty()) {
        found.add(why);
      }
    }
    return found;
  }

  int size(ConcealedFact why) {
    return shelf(why).size();
  }

  private HoldingsIndex shelf(ConcealedFact why) {
    return Objects.requireNonNull(shelves.get(why));
  }

  private static Entity named(EntityId name, Entity person) {
    return new Entity(name, person.schema(), person.statements());
  }

  /// Who said so and when are left out, so that a file read again tomorrow is the same file.
  private EntityId name(ConcealedFact why, Entity person) {
    List<Probe.Field> values =
        Probe.of(person).fields().stream()
            .sorted(
                Comparator.comparing((Probe.Field field) -> field.property().name())
                    .thenComparing(Probe.Field::value))
            .toList();
    Named named = new Named(why, person.id(), person.schema(), values);
    return new EntityId(NAME + pseudonyms.keyed(Stored.of(named).base64()));
  }

  @PersonalData
  private record Named(
      ConcealedFact why, EntityId inFile, Schema schema, List<Probe.Field> values) {
    @Override
    public String toString() {
      return "Named[]";
    }
  }
}
