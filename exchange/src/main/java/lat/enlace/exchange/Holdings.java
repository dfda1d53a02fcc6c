// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.matching.Candidate;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// What this state holds: suspects and convicts of covered offences and objects tied to them by a
/// case (invariant I10), lists it imported as claims, and the sealed list of those it protects.
public interface Holdings {
  /// Adds or corrects a case subject.
  ///
  /// @throws ExchangeException if the category may not be indexed
  void put(Officer by, CaseSubject subject) throws ExchangeException;

  /// Adds or corrects case subjects, all or none.
  ///
  /// @return how many of them no agreement with any partner covers by their offence today: they are
  ///   held for this state's own officers and told to no partner until one does
  /// @throws ExchangeException if the category of one of them may not be indexed, or its id stands
  ///   for another
  int putAll(Officer by, List<CaseSubject> subjects) throws ExchangeException;

  /// Takes a case subject out of the index.
  void withdraw(Officer by, EntityId id, String reason) throws ExchangeException;

  /// Replaces an imported list whole, all or none: who is not among {@code entities} is on it no
  /// more. Each entity is an attributed claim, searchable by this node's own officers only.
  ///
  /// @param list its name; lists of two names have nothing in common
  /// @throws ExchangeException if the list has no name or holds nobody
  void importClaims(Officer by, String list, List<Entity> entities) throws ExchangeException;

  /// Takes an imported list away, whole.
  void withdrawClaims(Officer by, String list, String reason) throws ExchangeException;

  /// The imported lists, by name.
  List<ClaimList> claimLists();

  /// Puts persons on the sealed list, all or none: those this state protects, or those who have or
  /// seek refuge here. The same record put again is one; no record replaces another, whatever their
  /// ids. Rights officers only.
  void seal(Officer by, ConcealedFact why, List<Entity> persons) throws ExchangeException;

  /// Whom the sealed list may mean by {@code probe}. Rights officers only; the look is on the
  /// ledger.
  List<SealedPerson> sealed(Officer by, Entity probe, String reason) throws ExchangeException;

  /// Takes one record off the sealed list. Rights officers only; the entry says who and why and
  /// names nobody.
  ///
  /// @param id of the record ({@link SealedPerson#id})
  void unseal(Officer by, EntityId id, String reason) throws ExchangeException;

  /// Puts a protected person on the sealed list.
  default void protect(Officer by, Entity person) throws ExchangeException {
    seal(by, ConcealedFact.PROTECTED_PERSON, List.of(person));
  }

  /// Searches case subjects and claims for this node's own officers. The search is on the ledger.
  List<Found> search(Officer by, Entity probe, CaseReference caseReference, String reason)
      throws ExchangeException;

  /// How many case subjects, claims, protected persons and refugees are held.
  Counts counts();

  /// A subject of a case.
  @PersonalData
  record CaseSubject(
      Entity entity,
      CaseReference caseReference,
      OffenceCode offence,
      SubjectCategory category,
      ProceduralStage stage) {
    @Override
    public String toString() {
      return "CaseSubject[" + caseReference + "]";
    }
  }

  /// What a search of one's own holdings found.
  ///
  /// @param list the list whose claim it is; {@link #NO_LIST} for a case subject
  record Found(Candidate candidate, String list) {
    /// A case subject: no list claims it.
    public static final String NO_LIST = "";
  }

  /// An imported list, how many it names, and when it came in.
  record ClaimList(String name, int entities, Instant imported) {}

  /// A record of the sealed list.
  ///
  /// @param id of this record at this node
  /// @param person as the file had it, with the id it has there
  @PersonalData
  record SealedPerson(EntityId id, ConcealedFact why, Entity person) {
    @Override
    public String toString() {
      return "SealedPerson[]";
    }
  }

  /// How many are held.
  record Counts(long subjects, long claims, long protectedPersons, long refugees) {}
}
