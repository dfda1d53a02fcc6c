// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WarningBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The duty to warn (row M23).
@RestController
@RequestMapping("/api/v1/warnings")
final class WarningsApi {
  private final Caller caller;
  private final Clock clock;

  WarningsApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Warnings sent and received, newest first; nothing of whom they name.
  @GetMapping
  List<View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.warnings().warnings(by)).stream().map(this::view).toList();
  }

  /// Warns a partner of a threat to a life.
  @PostMapping
  View warn(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    NodeId partner = Given.as(NodeId::new, form.partner(), "partner");
    WarningBody.Warning.Threat threat =
        Given.code(WarningBody.Warning.Threat.class, form.threat(), "threat");
    WarningBody.Warning.Imminence imminence =
        Given.code(WarningBody.Warning.Imminence.class, form.imminence(), "imminence");
    WarningBody.Warning warning = threatened(form, threat, imminence);
    return view(caller.with(core -> core.warnings().warn(by, partner, warning)));
  }

  private static WarningBody.Warning threatened(
      Form form, WarningBody.Warning.Threat threat, WarningBody.Warning.Imminence imminence)
      throws ApiException {
    try {
      return new WarningBody.Warning(
          Given.texts(form.names(), "names"),
          Given.texts(form.places(), "places"),
          Given.texts(form.phones(), "phones"),
          threat,
          imminence);
    } catch (IllegalArgumentException e) {
      throw new ApiException("names, places or phones");
    }
  }

  /// Whom a warning names; opening one received is on the ledger and reported.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId warning = Given.as(DispatchId::parse, id, "id");
    Warnings.OpenWarning open = caller.with(core -> core.warnings().open(by, warning));
    WarningBody.Warning threat = open.threat();
    return new Opened(
        view(open.warning()),
        threat.names(),
        threat.places(),
        threat.phones(),
        threat.threat().code(),
        threat.imminence().code());
  }

  /// Says what was done on a partner's warning.
  @PostMapping("/{id}/act")
  View act(@PathVariable String id, @RequestBody Done done) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId warning = Given.as(DispatchId::parse, id, "id");
    WarningBody.Action.Act act = Given.code(WarningBody.Action.Act.class, done.act(), "act");
    return view(caller.with(core -> core.warnings().act(by, warning, act)));
  }

  /// What the rights officer finds of a warning.
  @PostMapping("/{id}/review")
  View review(@PathVariable String id, @RequestBody Found found)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId warning = Given.as(DispatchId::parse, id, "id");
    WarningBody.Review.Finding finding =
        Given.code(WarningBody.Review.Finding.class, found.finding(), "finding");
    return view(caller.with(core -> core.warnings().review(by, warning, finding)));
  }

  /// Sends a warning that was withheld because of this node's sealed list.
  @PostMapping("/{id}/release")
  View release(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId warning = Given.as(DispatchId::parse, id, "id");
    return view(caller.with(core -> core.warnings().release(by, warning)));
  }

  private View view(Warnings.Warning warning) {
    return View.of(warning, clock.now());
  }

  @PersonalData
  record Form(
      @Nullable String partner,
      @Nullable List<@Nullable String> names,
      @Nullable List<@Nullable String> places,
      @Nullable List<@Nullable String> phones,
      @Nullable String threat,
      @Nullable String imminence) {
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  record Done(@Nullable String act) {}

  record Found(@Nullable String finding) {}

  /// @param overdue true if nobody has it in hand and its clock has run out
  /// @param withheld true if it waits for the rights officer, who alone is told so
  record View(
      String id,
      String partner,
      boolean sent,
      String state,
      Instant created,
      Instant due,
      Instant reviewDue,
      boolean overdue,
      List<String> acts,
      List<String> ownReview,
      List<String> partnersReview,
      boolean withheld) {
    static View of(Warnings.Warning warning, Instant now) {
      return new View(
          warning.id().toString(),
          warning.partner().value(),
          warning.sent(),
          warning.state().code(),
          warning.created(),
          warning.due(),
          warning.reviewDue(),
          warning.overdue(now),
          warning.acts().stream().map(WarningBody.Action.Act::code).toList(),
          warning.ownReview().stream().map(WarningBody.Review.Finding::code).toList(),
          warning.partnersReview().stream().map(WarningBody.Review.Finding::code).toList(),
          warning.withheld());
    }
  }

  @PersonalData
  record Opened(
      View warning,
      List<String> names,
      List<String> places,
      List<String> phones,
      String threat,
      String imminence) {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }
}
