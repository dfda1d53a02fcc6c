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
import lat.enlace.exchange.decide.Coverage;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;

/// Keeps the holdings. What may not be matched is refused at the door (invariant I10).
public final class HoldingsDesk implements Holdings {
  private static final Set<SubjectCategory> PERSONS =
      Set.of(
          SubjectCategory.SUSPECT_COMMITTED,
          SubjectCategory.SUSPECT_ABOUT_TO,
          SubjectCategory.CONVICTED);

  private final Journal journal;
  private final Shelves shelves;
  private final Coverage coverage;

  /// Over the shelves.
  public HoldingsDesk(Journal journal, Shelves shelves, Coverage coverage) {
    this.journal = journal;
    this.shelves = shelves;
    this.coverage = coverage;
  }

  @Override
  public void put(Officer by, CaseSubject subject) throws ExchangeException {
    putAll(by, List.of(subject));
  }

  @Override
  public int putAll(Officer by, List<CaseSubject> subjects) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    int record = 0;
    int uncovered = 0;
    for (CaseSubject subject : subjects) {
      record++;
      uncovered += coverage.anywhere(work, subject.offence()) ? 0 : 1;
      requireIndexable(work, subject);
      requireSame(by, record, shelves.row(work, subject.entity().id()), subject);
      SubjectRow row = new SubjectRow(subject, by.agency().id());
      work.put(Store.Space.HOLDING, shelves.key(subject.entity().id()), row);
      work.afterwards(() -> shelves.subjectIndex().put(subject.entity()));
    }
    enter(work, by, "subjects", subjects.stream().map(CaseSubject::entity).toList());
    journal.commit(work);
    return uncovered;
  }

  /// A known id is a correction of the same subject of the same case. Ids of two files that happen
  /// to be equal are not: nobody is lost to them in silence.
  private void requireSame(Officer by, int record, Optional<SubjectRow> row, CaseSubject subject)
      throws ExchangeException {
    boolean same =
        row.isEmpty()
            || (row.get().agency().equals(by.agency().id())
                && row.get().subject().caseReference().equals(subject.caseReference())
                && shelves.alike(row.get().subject().entity(), subject.entity()));
    if (!same) {
      throw new ExchangeException(
          ExchangeException.Code.ID_TAKEN,
          "record "
              + record
              + " has an id under which another agency, case or person is held: give it another"
              + " id, or withdraw that one first");
    }
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
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    Optional<SubjectRow> row = shelves.row(work, id);
    if (row.isEmpty()) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such subject");
    }
    if (role != Role.RIGHTS_OFFICER) {
      requireOwn(by, row);
    }
    work.delete(Store.Space.HOLDING, shelves.key(id));
    work.enter(changed(new Withdrawn(by.id(), reason)));
    work.afterwards(() -> shelves.subjectIndex().withdraw(id));
    journal.commit(work);
  }

  @Override
  public void importClaims(Officer by, String list, List<Entity> entities)
      throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    if (list.isBlank() || list.length() > Statement.MAX_SOURCE_LENGTH) {
      throw invalid("a list has a name of 1 to 256 characters");
    }
    if (entities.isEmpty()) {
      throw invalid("nobody is on this list; to take the list away, withdraw it");
    }
    Work work = journal.begin();
    shelves.claims().replace(work, list, entities);
    enter(work, by, "claims", entities);
    journal.commit(work);
  }

  @Override
  public void withdrawClaims(Officer by, String list, String reason) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    Stated.require(reason, "say the reason");
    if (!shelves.claims().has(list)) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such list");
    }
    Work work = journal.begin();
    shelves.claims().withdraw(work, list);
    work.enter(changed(new ListWithdrawn(by.id(), list, reason)));
    journal.commit(work);
  }

  @Override
  public List<ClaimList> claimLists() {
    return shelves.claims().all();
  }

  @Override
  public void seal(Officer by, ConcealedFact why, List<Entity> persons) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    shelves.sealed().put(work, why, persons);
    enter(work, by, "sealed", persons);
    journal.commit(work);
  }

  @Override
  public List<SealedPerson> sealed(Officer by, Entity probe, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    List<SealedPerson> found = shelves.sealed().find(work, probe);
    work.enter(read(new SealedSearched(by.id(), reason)));
    journal.commit(work);
    return found;
  }

  @Override
  public void unseal(Officer by, EntityId id, String reason) throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    if (!shelves.sealed().remove(work, id)) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such record");
    }
    work.enter(changed(new Unsealed(by.id(), id, reason)));
    journal.commit(work);
  }

  @Override
  public List<Found> search(Officer by, Entity probe, CaseReference caseReference, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.QUESTION, Role.ANALYST, Role.DUTY_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    work.enter(read(new Searched(by.id(), caseReference, reason)));
    journal.commit(work);
    return shelves.own(probe);
  }

  @Override
  public Counts counts() {
    return new Counts(
        shelves.subjectIndex().size(),
        shelves.claims().size(),
        shelves.sealed().size(ConcealedFact.PROTECTED_PERSON),
        shelves.sealed().size(ConcealedFact.REFUGEE));
  }

  private static Draft read(Record reading) {
    return Draft.kept(EntryType.READING, Stored.of(reading), List.of(), List.of());
  }

  private static Draft changed(Record what) {
    return Draft.kept(EntryType.HOLDING, Stored.of(what), List.of(), List.of());
  }

  private static ExchangeException invalid(String what) {
    return new ExchangeException(ExchangeException.Code.INVALID_FORM, what);
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

  private record ListWithdrawn(OfficerId by, String list, String reason) {}

  private record Unsealed(OfficerId by, EntityId record, String reason) {}

  private record SealedSearched(OfficerId by, String reason) {}

  private record Searched(OfficerId by, CaseReference caseReference, String reason) {}
}
