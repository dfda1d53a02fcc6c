// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.entity.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Alerts of partners: the desk, the stance, the search, and what was found.
@RestController
@RequestMapping("/api/v1/desk/alerts")
final class AlertDeskApi {
  private final Caller caller;
  private final Clock clock;

  AlertDeskApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Alerts received that last, those without a stance first.
  @GetMapping
  List<AlertJson.Held> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.heeding().held(by)).stream().map(AlertJson.Held::of).toList();
  }

  /// One in full; the reading is on the ledger.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = Given.as(DispatchId::parse, id, "id");
    return Opened.of(caller.with(core -> core.heeding().open(by, alert)));
  }

  /// Accepts, flags or refuses it.
  @PostMapping("/{id}/stance")
  AlertJson.Held stance(@PathVariable String id, @RequestBody Stance stance)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = Given.as(DispatchId::parse, id, "id");
    var stand = Given.code(AlertBody.Stance.Stand.class, stance.stand(), "stand");
    List<AlertFlag> flag = List.copyOf(Given.codes(AlertFlag.class, stance.flag(), "flag"));
    List<LegalReason> reason =
        List.copyOf(Given.codes(LegalReason.class, stance.reason(), "reason"));
    return AlertJson.Held.of(
        caller.with(core -> core.heeding().stance(by, alert, stand, flag, reason)));
  }

  /// Searches the alerts on which a stance was taken; the search is on the ledger.
  @PostMapping("/search")
  List<Shown> search(@RequestBody Search search) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    if (search.subject() == null) {
      throw new ApiException("subject");
    }
    Entity probe = search.subject().toEntity(clock.now());
    CaseReference forCase = Given.as(CaseReference::new, search.caseReference(), "caseReference");
    String reason = Given.orEmpty(search.reason());
    return caller.with(core -> core.heeding().search(by, probe, forCase, reason)).stream()
        .map(Shown::of)
        .toList();
  }

  /// Notes that the subject was found; nothing is told yet.
  @PostMapping("/{id}/found")
  AlertJson.Held found(@PathVariable String id, @RequestBody Found found)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = Given.as(DispatchId::parse, id, "id");
    if (found.at() == null) {
      throw new ApiException("at");
    }
    var form =
        new Heeding.FoundForm(
            Given.code(AlertBody.Hit.Outcome.class, found.outcome(), "outcome"),
            found.at(),
            Given.orEmpty(found.place()),
            List.copyOf(
                Given.codes(AlertBody.Hit.Hindrance.class, found.hindrance(), "hindrance")));
    return AlertJson.Held.of(caller.with(core -> core.heeding().found(by, alert, form)));
  }

  /// A second officer compares and tells the issuer.
  @PostMapping("/{id}/found/{hit}/report")
  AlertJson.Held report(@PathVariable String id, @PathVariable String hit)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = Given.as(DispatchId::parse, id, "id");
    DispatchId noted = Given.as(DispatchId::parse, hit, "hit");
    return AlertJson.Held.of(caller.with(core -> core.heeding().report(by, alert, noted)));
  }

  /// Or he does not.
  @PostMapping("/{id}/found/{hit}/dismiss")
  AlertJson.Held dismiss(
      @PathVariable String id, @PathVariable String hit, @RequestBody AlertsApi.Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = Given.as(DispatchId::parse, id, "id");
    DispatchId noted = Given.as(DispatchId::parse, hit, "hit");
    String reason = Given.orEmpty(why.reason());
    return AlertJson.Held.of(caller.with(core -> core.heeding().dismiss(by, alert, noted, reason)));
  }

  record Stance(
      @Nullable String stand, @Nullable List<String> flag, @Nullable List<String> reason) {}

  @PersonalData
  record Search(
      @Nullable EntityJson subject, @Nullable String caseReference, @Nullable String reason) {
    @Override
    public String toString() {
      return "Search[]";
    }
  }

  @PersonalData
  record Found(
      @Nullable String outcome,
      @Nullable Instant at,
      @Nullable String place,
      @Nullable List<String> hindrance) {
    @Override
    public String toString() {
      return "Found[]";
    }
  }

  @PersonalData
  record Opened(
      AlertJson.Held held,
      EntityJson subject,
      List<String> markers,
      String offence,
      String legalBasis,
      String caseReference,
      String reason) {
    static Opened of(Heeding.OpenAlert open) {
      var alert = (AlertBody.Alert) open.alert().body();
      var basis = (Basis.UnderInstrument) open.alert().header().basis();
      return new Opened(
          AlertJson.Held.of(open.held()),
          EntityJson.of(open.subject()),
          RequestJson.codes(alert.markers()),
          basis.offence().value(),
          basis.legalBasis(),
          basis.caseReference().value(),
          alert.reason());
    }

    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  /// @param asksNow what is asked of whoever finds the subject here and now
  /// @param asOf when something of alerts last came from the issuer
  @PersonalData
  record Shown(Opened alert, List<String> asksNow, Instant asOf) {
    static Shown of(Heeding.Shown shown) {
      return new Shown(Opened.of(shown.alert()), AlertJson.codes(shown.asksNow()), shown.asOf());
    }

    @Override
    public String toString() {
      return "Shown[]";
    }
  }
}
