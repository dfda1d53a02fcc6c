// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whereabouts inquiries, open whatever is suspended.
@RestController
@RequestMapping("/api/v1/inquiries")
final class InquiriesApi {
  private final Caller caller;
  private final Clock clock;

  InquiriesApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Inquiries sent and received, newest first.
  @GetMapping
  List<View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.whereabouts().inquiries(by)).stream().map(this::view).toList();
  }

  /// Whom an inquiry asks about and what was replied; opening it is on the ledger.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId inquiry = Given.as(DispatchId::parse, id, "id");
    return Opened.of(caller.with(core -> core.whereabouts().open(by, inquiry)), clock.now());
  }

  /// Asks a partner where a person is.
  @PostMapping
  View inquire(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    NodeId partner = Given.as(NodeId::new, form.partner(), "partner");
    if (form.person() == null) {
      throw new ApiException("person");
    }
    Entity person = form.person().toEntity(clock.now());
    WhereaboutsBody.Inquiry.AskedBy askedBy =
        Given.code(WhereaboutsBody.Inquiry.AskedBy.class, form.askedBy(), "askedBy");
    return view(
        caller.with(core ->
            core.whereabouts()
                .inquire(
                    by,
                    partner,
                    Given.orEmpty(form.caseReference()),
                    Given.orEmpty(form.legalBasis()),
                    person,
                    askedBy)));
  }

  /// Answers a partner's inquiry.
  @PostMapping("/{id}/reply")
  View reply(@PathVariable String id, @RequestBody Reply reply)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId inquiry = Given.as(DispatchId::parse, id, "id");
    WhereaboutsBody.Reply.Finding finding =
        Given.code(WhereaboutsBody.Reply.Finding.class, reply.finding(), "finding");
    String text = Given.orEmpty(reply.text());
    return view(caller.with(core -> core.whereabouts().reply(by, inquiry, finding, text)));
  }

  private View view(Whereabouts.Inquiry inquiry) {
    return View.of(inquiry, clock.now());
  }

  @PersonalData
  record Form(
      @Nullable String partner,
      @Nullable String caseReference,
      @Nullable String legalBasis,
      @Nullable EntityJson person,
      @Nullable String askedBy) {
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  @PersonalData
  record Reply(@Nullable String finding, @Nullable String text) {
    @Override
    public String toString() {
      return "Reply[]";
    }
  }

  /// @param overdue true if there is no reply and its clock has run out
  /// @param finding what the partner found: none or one
  record View(
      String id,
      String partner,
      boolean sent,
      String state,
      Instant created,
      Instant due,
      boolean overdue,
      String askedBy,
      List<String> finding) {
    static View of(Whereabouts.Inquiry inquiry, Instant now) {
      return new View(
          inquiry.id().toString(),
          inquiry.partner().value(),
          inquiry.sent(),
          inquiry.state().code(),
          inquiry.created(),
          inquiry.due(),
          inquiry.overdue(now),
          inquiry.askedBy().code(),
          inquiry.finding().stream().map(WhereaboutsBody.Reply.Finding::code).toList());
    }
  }

  /// @param text of the reply, empty while there is none
  @PersonalData
  record Opened(View inquiry, EntityJson person, String text) {
    static Opened of(Whereabouts.OpenInquiry open, Instant now) {
      return new Opened(View.of(open.inquiry(), now), EntityJson.of(open.person()), open.text());
    }

    @Override
    public String toString() {
      return "Opened[]";
    }
  }
}
