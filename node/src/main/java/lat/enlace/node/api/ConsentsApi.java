// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.ConsentForm;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether what was given may be handed on or used in a court.
@RestController
@RequestMapping("/api/v1/consents")
final class ConsentsApi {
  private final Caller caller;
  private final Clock clock;

  ConsentsApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Consents asked by the officer's agency and by holders, newest first.
  @GetMapping
  List<View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.consenting().consents(by)).stream().map(View::of).toList();
  }

  /// Asks the originator of an item.
  @PostMapping
  View ask(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    if (form.until() == null) {
      throw new ApiException("until");
    }
    ConsentForm asked =
        new ConsentForm(
            Given.as(ItemId::new, form.item(), "item"),
            Given.code(ItemUse.class, form.use(), "use"),
            Given.text(form.to(), "to"),
            Given.code(Purpose.class, form.purpose(), "purpose"),
            form.until(),
            Given.text(form.reason(), "reason"));
    return View.of(caller.with(core -> core.consenting().ask(by, asked)));
  }

  /// Whether a use is open at this moment; nothing of why not.
  @PostMapping("/may-use")
  Answer mayUse(@RequestBody Use use) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    ItemId item = Given.as(ItemId::new, use.item(), "item");
    ItemUse what = Given.code(ItemUse.class, use.use(), "use");
    String to = Given.text(use.to(), "to");
    Instant now = clock.now();
    boolean known =
        caller.with(core -> core.consenting().consents(by)).stream()
            .anyMatch(one -> one.sent() && one.item().equals(item));
    return new Answer(known && caller.with(core -> core.consenting().mayUse(item, what, to, now)));
  }

  /// The reason of a holder who asks; the reading is on the ledger and reported.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = Given.as(DispatchId::parse, id, "id");
    return new Opened(caller.with(core -> core.consenting().open(by, request)));
  }

  /// The first officer says what he would answer.
  @PostMapping("/{id}/propose")
  View propose(@PathVariable String id, @RequestBody Proposal form)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = Given.as(DispatchId::parse, id, "id");
    Saying saying =
        new Saying(
            form.until() == null ? List.of() : List.of(form.until()),
            List.copyOf(Given.codes(ConsentCondition.class, form.conditions(), "conditions")),
            List.copyOf(Given.codes(LegalReason.class, form.refusal(), "refusal")));
    return View.of(caller.with(core -> core.consenting().propose(by, request, saying)));
  }

  /// The second, of another unit, agrees: it is sent.
  @PostMapping("/{id}/confirm")
  View confirm(@PathVariable String id) throws ApiException, ExchangeException {
    return done(id, (core, by, request) -> core.consenting().confirm(by, request));
  }

  /// Or he does not: it waits again.
  @PostMapping("/{id}/send-back")
  View sendBack(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    String reason = Given.orEmpty(why.reason());
    return done(id, (core, by, request) -> core.consenting().sendBack(by, request, reason));
  }

  /// Takes back what was granted.
  @PostMapping("/{id}/take-back")
  View takeBack(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    String reason = Given.orEmpty(why.reason());
    return done(id, (core, by, request) -> core.consenting().takeBack(by, request, reason));
  }

  private View done(String id, Deed deed) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = Given.as(DispatchId::parse, id, "id");
    return View.of(caller.with(core -> deed.run(core, by, request)));
  }

  private interface Deed {
    Consent run(Exchange core, Officer by, DispatchId request) throws ExchangeException;
  }

  @PersonalData
  record Form(
      @Nullable String item,
      @Nullable String use,
      @Nullable String to,
      @Nullable String purpose,
      @Nullable Instant until,
      @Nullable String reason) {
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  @PersonalData
  record Use(@Nullable String item, @Nullable String use, @Nullable String to) {
    @Override
    public String toString() {
      return "Use[]";
    }
  }

  record Answer(boolean may) {}

  @PersonalData
  record Opened(String reason) {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  record Proposal(
      @Nullable Instant until, @Nullable List<String> conditions, @Nullable List<String> refusal) {}

  record Why(@Nullable String reason) {}

  /// @param until the end asked for, or granted once it was
  @PersonalData
  record View(
      String id,
      String partner,
      boolean sent,
      String state,
      String item,
      String use,
      String to,
      String purpose,
      Instant asked,
      Instant answerBy,
      Instant until,
      List<String> conditions,
      List<String> refusal) {
    static View of(Consent one) {
      return new View(
          one.id().toString(),
          one.partner().value(),
          one.sent(),
          one.state().code(),
          one.item().value(),
          one.use().code(),
          one.to(),
          one.purpose().code(),
          one.asked(),
          one.answerBy(),
          one.until(),
          AlertJson.codes(one.conditions()),
          AlertJson.codes(one.refusal()));
    }

    @Override
    public String toString() {
      return "View[" + id + "]";
    }
  }
}
