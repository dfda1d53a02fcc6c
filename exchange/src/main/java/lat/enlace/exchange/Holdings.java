// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

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
  /// Adds or replaces a case subject.
  ///
  /// @throws ExchangeException if the category may not be indexed
  void put(Officer by, CaseSubject subject) throws ExchangeException;

  /// Adds or replaces case subjects, all or none.
  ///
  /// @throws ExchangeException if the category of one of them may not be indexed
  void putAll(Officer by, List<CaseSubject> subjects) throws ExchangeException;

  /// Takes a case subject out of the index.
  void withdraw(Officer by, EntityId id, String reason) throws ExchangeException;

  /// Adds entities of an imported list, each an attributed claim, searchable by this node's own
  /// officers only. All or none.
  void importClaims(Officer by, String list, List<Entity> entities) throws ExchangeException;

  /// Puts persons on the sealed list, all or none: those this state protects, or those who have or
  /// seek refuge here. Rights officers only.
  void seal(Officer by, ConcealedFact why, List<Entity> persons) throws ExchangeException;

  /// Puts a protected person on the sealed list.
  default void protect(Officer by, Entity person) throws ExchangeException {
    seal(by, ConcealedFact.PROTECTED_PERSON, List.of(person));
  }

  /// Searches case subjects and claims for this node's own officers. The search is on the ledger.
  List<Candidate> search(Officer by, Entity probe, CaseReference caseReference, String reason)
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

  /// How many are held.
  record Counts(long subjects, long claims, long protectedPersons, long refugees) {}
}
