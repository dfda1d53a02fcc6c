// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The sealed list, one record at a time, for the rights officer.
@RestController
@RequestMapping("/api/v1/holdings/sealed")
final class SealedApi {
  private final Caller caller;
  private final Clock clock;

  SealedApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Whom the sealed list may mean; the look is on the ledger.
  @PostMapping("/search")
  List<Sealed> search(@RequestBody Look look) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    if (look.subject() == null) {
      throw new ApiException("subject");
    }
    Entity probe = look.subject().toEntity(clock.now());
    String reason = Given.text(look.reason(), "reason");
    return caller.with(core -> core.holdings().sealed(by, probe, reason)).stream()
        .map(Sealed::of)
        .toList();
  }

  /// Takes one record off the sealed list.
  @PostMapping("/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    EntityId entry = Given.as(EntityId::new, id, "id");
    String reason = Given.text(why.reason(), "reason");
    caller.run(core -> core.holdings().unseal(by, entry, reason));
  }

  @PersonalData
  record Look(@Nullable EntityJson subject, @Nullable String reason) {
    @Override
    public String toString() {
      return "Look[]";
    }
  }

  /// A record of the list.
  ///
  /// @param id of the record at this node
  /// @param why the shelf, by code
  /// @param person as its file had it
  @PersonalData
  record Sealed(String id, String why, EntityJson person) {
    static Sealed of(Holdings.SealedPerson found) {
      return new Sealed(found.id().value(), found.why().code(), EntityJson.of(found.person()));
    }

    @Override
    public String toString() {
      return "Sealed[]";
    }
  }

  record Why(@Nullable String reason) {}
}
