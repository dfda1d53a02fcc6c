// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.model.AlertAction;
import lat.enlace.model.DispatchId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.entity.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Alerts that this state issues.
@RestController
@RequestMapping("/api/v1/alerts")
final class AlertsApi {
  private final Caller caller;
  private final Clock clock;

  AlertsApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Who will see it at each partner, under which restrictions, until when; nothing is recorded.
  @PostMapping("/look")
  List<Look> look(@RequestBody AlertJson.Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    Alerting.AlertForm typed = form.toForm(clock.now());
    return caller.with(core ->
        core.alerting().look(by, typed).stream()
            .map(look ->
                new Look(
                    look.partner().value(),
                    DecisionJson.of(
                        look.decision(),
                        core.standings().instrumentsWith(look.partner()),
                        DecisionWords.in(by.language())),
                    RequestJson.codes(look.agencies()),
                    RequestJson.codes(look.handling().codes()),
                    look.handling().action().code(),
                    look.until()))
            .toList());
  }

  /// Drafts it for a second officer of another unit.
  @PostMapping
  AlertJson.View draft(@RequestBody AlertJson.Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    Alerting.AlertForm typed = form.toForm(clock.now());
    return AlertJson.View.of(caller.with(core -> core.alerting().draft(by, typed)));
  }

  /// The alerts of the officer's agency, and drafts that he may issue, newest first.
  @GetMapping
  List<AlertJson.View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.alerting().alerts(by)).stream()
        .map(AlertJson.View::of)
        .toList();
  }

  /// One of them.
  @GetMapping("/{id}")
  AlertJson.View one(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    return AlertJson.View.of(caller.with(core -> core.alerting().alert(by, alert)));
  }

  /// The second officer issues it: decided, recorded and queued for each partner.
  @PostMapping("/{id}/issue")
  AlertJson.View issue(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    return AlertJson.View.of(caller.with(core -> core.alerting().issue(by, alert)));
  }

  /// The second officer does not.
  @PostMapping("/{id}/decline")
  AlertJson.View decline(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    String reason = Given.orEmpty(why.reason());
    return AlertJson.View.of(caller.with(core -> core.alerting().decline(by, alert, reason)));
  }

  /// Reviewed, and it stays for another term; an officer of another unit than drafted it.
  @PostMapping("/{id}/extend")
  AlertJson.View extend(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    String reason = Given.orEmpty(why.reason());
    return AlertJson.View.of(caller.with(core -> core.alerting().extend(by, alert, reason)));
  }

  /// Describes the subject anew, at every partner.
  @PostMapping("/{id}/correct")
  AlertJson.View correct(@PathVariable String id, @RequestBody Correction correction)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    if (correction.subject() == null) {
      throw new ApiException("subject");
    }
    Entity subject = correction.subject().toEntity(clock.now());
    String reason = Given.orEmpty(correction.reason());
    return AlertJson.View.of(
        caller.with(core -> core.alerting().correct(by, alert, subject, reason)));
  }

  /// Asks for less, at every partner.
  @PostMapping("/{id}/narrow")
  AlertJson.View narrow(@PathVariable String id, @RequestBody Narrower narrower)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    AlertAction ask = Given.code(AlertAction.class, narrower.ask(), "ask");
    String reason = Given.orEmpty(narrower.reason());
    return AlertJson.View.of(caller.with(core -> core.alerting().narrow(by, alert, ask, reason)));
  }

  /// It was done: every partner erases it, and states so.
  @PostMapping("/{id}/executed")
  AlertJson.View executed(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    String reason = Given.orEmpty(why.reason());
    return AlertJson.View.of(caller.with(core -> core.alerting().executed(by, alert, reason)));
  }

  /// Taken back: every partner erases it, and states so.
  @PostMapping("/{id}/withdraw")
  AlertJson.View withdraw(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    String reason = Given.orEmpty(why.reason());
    return AlertJson.View.of(caller.with(core -> core.alerting().withdraw(by, alert, reason)));
  }

  /// What partners found, in full; the reading is on the ledger and reported.
  @PostMapping("/{id}/hits")
  List<Hit> hits(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId alert = alert(id);
    return caller.with(core -> core.alerting().hits(by, alert)).stream().map(Hit::of).toList();
  }

  private static DispatchId alert(String id) throws ApiException {
    return Given.as(DispatchId::parse, id, "id");
  }

  record Look(
      String partner,
      DecisionJson decision,
      List<String> agencies,
      List<String> handling,
      String action,
      List<Instant> until) {}

  @PersonalData
  record Why(@Nullable String reason) {
    @Override
    public String toString() {
      return "Why[]";
    }
  }

  @PersonalData
  record Correction(@Nullable GradedJson subject, @Nullable String reason) {
    @Override
    public String toString() {
      return "Correction[]";
    }
  }

  @PersonalData
  record Narrower(@Nullable String ask, @Nullable String reason) {
    @Override
    public String toString() {
      return "Narrower[]";
    }
  }

  /// @param at the hour
  @PersonalData
  record Hit(String outcome, Instant at, String place, List<String> hindrance) {
    static Hit of(AlertBody.Hit one) {
      return new Hit(one.outcome().code(), one.at(), one.place(), AlertJson.codes(one.hindrance()));
    }

    @Override
    public String toString() {
      return "Hit[]";
    }
  }
}
