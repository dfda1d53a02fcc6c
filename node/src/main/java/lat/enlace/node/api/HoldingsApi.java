// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.matching.Candidate;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Entity;
import lat.enlace.workbench.Imports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What this state holds. Files are read whole or not at all.
@RestController
@RequestMapping("/api/v1/holdings")
final class HoldingsApi {
  private final Caller caller;
  private final Imports imports;
  private final Clock clock;

  HoldingsApi(Caller caller, Imports imports, Clock clock) {
    this.caller = caller;
    this.imports = imports;
    this.clock = clock;
  }

  /// How many subjects and claims are held, and for the rights officer, how many persons are
  /// sealed.
  @GetMapping
  Held counts() throws ExchangeException {
    boolean rights = caller.officer().has(Role.RIGHTS_OFFICER);
    Holdings.Counts counts = caller.with(core -> core.holdings().counts());
    return new Held(
        counts.subjects(),
        counts.claims(),
        rights ? counts.protectedPersons() : null,
        rights ? counts.refugees() : null);
  }

  /// Adds case subjects from a file, all or none.
  @PostMapping(path = "/subjects", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Imports.Report subjects(InputStream file) throws ExchangeException, IOException {
    Officer by = importing(Role.ANALYST, Role.DUTY_OFFICER);
    return imports.subjects(by, Bytes.copyOf(file.readAllBytes()));
  }

  /// The imported lists, how many each names, and when it came in.
  @GetMapping("/claims")
  List<Holdings.ClaimList> claims() throws ExchangeException {
    caller.officer();
    return caller.with(core -> core.holdings().claimLists());
  }

  /// Takes an imported list away, whole.
  @PostMapping("/claims/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawClaims(@RequestBody OfList withdrawn) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    String list = Given.text(withdrawn.list(), "list");
    String reason = Given.text(withdrawn.reason(), "reason");
    caller.run(core -> core.holdings().withdrawClaims(by, list, reason));
  }

  /// The entities of a published list as claims, all or none, in place of its last edition.
  @PostMapping(path = "/claims", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Imports.Report claims(@RequestParam String list, InputStream file)
      throws ExchangeException, IOException {
    Officer by = importing(Role.ANALYST, Role.DUTY_OFFICER, Role.OPERATOR);
    return imports.claims(by, list, Bytes.copyOf(file.readAllBytes()));
  }

  /// Puts the persons of a file on the sealed list, all or none.
  @PostMapping(path = "/protected", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Imports.Report protectedPersons(InputStream file) throws ExchangeException, IOException {
    Officer by = importing(Role.RIGHTS_OFFICER);
    return imports.sealed(by, ConcealedFact.PROTECTED_PERSON, Bytes.copyOf(file.readAllBytes()));
  }

  /// Puts those of a file who have or seek refuge here on the sealed list, all or none.
  @PostMapping(path = "/refugees", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Imports.Report refugees(InputStream file) throws ExchangeException, IOException {
    Officer by = importing(Role.RIGHTS_OFFICER);
    return imports.sealed(by, ConcealedFact.REFUGEE, Bytes.copyOf(file.readAllBytes()));
  }

  /// The officer, before the file is read: it may be large. The core judges again, and more.
  private Officer importing(Role... roles) throws ExchangeException {
    return caller.officerAs("Importing is not yours.", roles);
  }

  /// Takes a case subject out of the index.
  @PostMapping("/subjects/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@RequestBody OfSubject withdrawn) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    EntityId entity = Given.as(EntityId::new, Given.text(withdrawn.id(), "id"), "id");
    String reason = Given.text(withdrawn.reason(), "reason");
    caller.run(core -> core.holdings().withdraw(by, entity, reason));
  }

  /// Searches own subjects and claims; the search is on the ledger.
  @PostMapping("/search")
  List<Found> search(@RequestBody Search search) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    if (search.subject() == null) {
      throw new ApiException("subject");
    }
    Entity probe = search.subject().toEntity(clock.now());
    CaseReference forCase = Given.as(CaseReference::new, search.caseReference(), "caseReference");
    String reason = Given.text(search.reason(), "reason");
    return caller.with(core -> core.holdings().search(by, probe, forCase, reason)).stream()
        .map(Found::of)
        .toList();
  }

  /// @param protectedPersons not told to others than the rights officer, as are {@code refugees}
  record Held(
      long subjects, long claims, @Nullable Long protectedPersons, @Nullable Long refugees) {}

  record OfList(@Nullable String list, @Nullable String reason) {}

  /// The id stands in the body: in a register's file it is often a number of the person, and
  /// addresses are logged on the way.
  @PersonalData
  record OfSubject(@Nullable String id, @Nullable String reason) {
    @Override
    public String toString() {
      return "OfSubject[]";
    }
  }

  @PersonalData
  record Search(
      @Nullable EntityJson subject, @Nullable String caseReference, @Nullable String reason) {
    @Override
    public String toString() {
      return "Search[]";
    }
  }

  /// @param list whose claim it is; empty for a case subject
  record Found(String id, String list, double score, String strength) {
    static Found of(Holdings.Found found) {
      Candidate candidate = found.candidate();
      return new Found(
          candidate.id().value(),
          found.list(),
          candidate.score().value(),
          candidate.strength().code());
    }
  }
}
