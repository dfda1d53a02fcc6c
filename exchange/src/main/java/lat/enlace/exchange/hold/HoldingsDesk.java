// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Ages;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.matching.Candidate;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// Keeps the holdings. What may not be matched is refused at the door (invariant I10).
public final class HoldingsDesk implements Holdings {
  private static final Set<SubjectCategory> PERSONS =
      Set.of(
          SubjectCategory.SUSPECT_COMMITTED,
          SubjectCategory.SUSPECT_ABOUT_TO,
          SubjectCategory.CONVICTED);

  private final Journal journal;
  private final Shelves shelves;

  /// Over the shelves.
  public HoldingsDesk(Journal journal, Shelves shelves) {
    this.journal = journal;
    this.shelves = shelves;
  }

  @Override
  public void put(Officer by, CaseSubject subject) throws ExchangeException {
    putAll(by, List.of(subject));
  }

  @Override
  public void putAll(Officer by, List<CaseSubject> subjects) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    for (CaseSubject subject : subjects) {
      requireIndexable(work, subject);
      requireOwn(by, Shelves.row(work, subject.entity().id()));
      SubjectRow row = new SubjectRow(subject, by.agency().id());
      work.put(Store.Space.HOLDING, subject.entity().id().value(), row);
      work.afterwards(() -> shelves.subjectIndex().put(subject.entity()));
    }
    enter(work, by, "subjects", subjects.stream().map(CaseSubject::entity).toList());
    journal.commit(work);
  }

  /// What one agency holds for its case no other changes.
  private static void requireOwn(Officer by, Optional<SubjectRow> row) throws ExchangeException {
    if (row.isPresent() && !row.get().agency().equals(by.agency().id())) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "another agency holds a subject under this id");
    }
  }

  /// Who put what on which shelf, so that it can be shown later; the digest is of the stored bytes.
  private static void enter(Work work, Officer by, String shelf, List<Entity> entities) {
    Bytes all = Bytes.concat(entities.stream().map(Stored::of).toArray(Bytes[]::new));
    Shelved shelved = new Shelved(by.id(), shelf, entities.size(), Hash.sha256(all));
    work.enter(Draft.kept(EntryType.HOLDING, Stored.of(shelved), List.of(), List.of()));
  }

  @Override
  public void withdraw(Officer by, EntityId id, String reason) throws ExchangeException {
    Role role =
        Roles.require(
            by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    Optional<SubjectRow> row = Shelves.row(work, id);
    if (row.isEmpty()) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such subject");
    }
    if (role != Role.RIGHTS_OFFICER) {
      requireOwn(by, row);
    }
    work.delete(Store.Space.HOLDING, id.value());
    work.enter(
        Draft.kept(
            EntryType.HOLDING, Stored.of(new Withdrawn(by.id(), reason)), List.of(), List.of()));
    work.afterwards(() -> shelves.subjectIndex().withdraw(id));
    journal.commit(work);
  }

  @Override
  public void importClaims(Officer by, String list, List<Entity> entities)
      throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    if (list.isBlank()) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "a list has a name");
    }
    Work work = journal.begin();
    for (Entity entity : entities) {
      work.put(Store.Space.CLAIM, Keys.of(list.replace(' ', '_'), entity.id()), entity);
    }
    enter(work, by, "claims", entities);
    work.afterwards(() -> entities.forEach(shelves.claimIndex()::put));
    journal.commit(work);
  }

  @Override
  public void seal(Officer by, ConcealedFact why, List<Entity> persons) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    for (Entity person : persons) {
      work.put(Store.Space.PROTECTED, Shelves.sealedKey(why, person.id()), person);
    }
    enter(work, by, "sealed", persons);
    work.afterwards(() -> persons.forEach(shelves.sealedIndex(why)::put));
    journal.commit(work);
  }

  @Override
  public List<Candidate> search(
      Officer by, Entity probe, CaseReference caseReference, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER);
    if (reason.isBlank()) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "a search has a reason");
    }
    Work work = journal.begin();
    Searched searched = new Searched(by.id(), caseReference, reason);
    work.enter(Draft.kept(EntryType.READING, Stored.of(searched), List.of(), List.of()));
    journal.commit(work);
    return shelves.own(probe);
  }

  @Override
  public Counts counts() {
    return new Counts(
        shelves.subjectIndex().size(),
        shelves.claimIndex().size(),
        shelves.sealedIndex(ConcealedFact.PROTECTED_PERSON).size(),
        shelves.sealedIndex(ConcealedFact.REFUGEE).size());
  }

  private static void requireIndexable(Work work, CaseSubject subject) throws ExchangeException {
    boolean person = subject.entity().schema().mayBePerson();
    boolean allowed =
        person
            ? PERSONS.contains(subject.category())
                && Ages.of(subject.entity(), work.now()) != AgeFact.MINOR
            : PERSONS.contains(subject.category())
                || subject.category() == SubjectCategory.NOT_A_PERSON;
    if (!allowed) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_INDEXABLE,
          "only suspects and convicts of full age, and objects of a case, are matched");
    }
  }

  private record Withdrawn(OfficerId by, String reason) {}

  private record Shelved(OfficerId by, String shelf, int count, Hash digest) {}

  private record Searched(OfficerId by, CaseReference caseReference, String reason) {}
}
