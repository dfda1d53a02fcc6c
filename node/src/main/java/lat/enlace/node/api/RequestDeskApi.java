// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ActionCode;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.RequestBody.Progress.Step;
import lat.enlace.model.dispatch.RequestBody.Reply.Refused;
import lat.enlace.model.dispatch.RequestBody.Request;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests received: open, say where they stand, give and refuse.
@RestController
@RequestMapping("/api/v1/desk/requests")
final class RequestDeskApi {
  private final Caller caller;
  private final Signing signing;
  private final Clock clock;

  RequestDeskApi(Caller caller, Signing signing, Clock clock) {
    this.caller = caller;
    this.signing = signing;
    this.clock = clock;
  }

  /// Requests received, those that are owed first, by when they are owed.
  @GetMapping
  List<RequestJson.Held> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.replying().desk(by)).stream().map(this::view).toList();
  }

  /// A request and the exact text an authority signs; opening it is on the ledger and reported.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    Replying.OpenRequest open = caller.with(core -> core.replying().open(by, request));
    return Opened.of(open, view(open.held()));
  }

  /// Signs the exact text with the authority's personal key and lets the request through.
  @PostMapping("/{id}/admit")
  RequestJson.Held admit(@PathVariable String id, @RequestBody Unlock unlock)
      throws ApiException, ExchangeException, SigningException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    String passphrase = Given.text(unlock.passphrase(), "passphrase");
    Bytes text = caller.with(core -> core.replying().open(by, request)).text();
    Bytes signature = signing.sign(by, text, passphrase);
    return view(caller.with(core -> core.replying().admit(by, request, signature)));
  }

  /// Says where a request stands: accepted, asked back, before a judge, resumed, passed on.
  @PostMapping("/{id}/progress")
  RequestJson.Held progress(@PathVariable String id, @RequestBody Progress progress)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    Step step = Given.code(Step.class, progress.step(), "step");
    String text = Given.orEmpty(progress.text());
    List<LocalDate> expected =
        progress.expected() == null ? List.of() : List.of(progress.expected());
    return view(caller.with(core -> core.replying().progress(by, request, step, text, expected)));
  }

  /// Gives and refuses.
  @PostMapping("/{id}/reply")
  RequestJson.Held reply(@PathVariable String id, @RequestBody Reply reply)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    Replying.ReplyForm form = reply.toForm(clock.now());
    return view(caller.with(core -> core.replying().reply(by, request, form)));
  }

  private RequestJson.Held view(Replying.HeldRequest held) {
    return RequestJson.Held.of(held, clock.now());
  }

  private static DispatchId dispatch(String id) throws ApiException {
    return Given.as(DispatchId::parse, id, "id");
  }

  @PersonalData
  record Unlock(@Nullable String passphrase) {
    @Override
    public String toString() {
      return "Unlock[]";
    }
  }

  /// @param expected when a judicial authority will have decided, for that step
  @PersonalData
  record Progress(@Nullable String step, @Nullable String text, @Nullable LocalDate expected) {
    @Override
    public String toString() {
      return "Progress[]";
    }
  }

  /// @param last true if nothing more is owed
  /// @param given what is given, if anything is
  /// @param handling codes, if something is given
  @PersonalData
  record Reply(
      boolean last,
      @Nullable GradedJson given,
      @Nullable List<@Nullable Part> refused,
      @Nullable List<String> handling,
      @Nullable String action) {
    Replying.ReplyForm toForm(Instant now) throws ApiException {
      List<Refused> parts = new ArrayList<>();
      for (Part part : refused == null ? List.<@Nullable Part>of() : refused) {
        if (part == null) {
          throw new ApiException("refused");
        }
        parts.add(part.toRefused());
      }
      Handling least =
          given == null
              ? Handling.LEAST
              : new Handling(codes(), Given.code(ActionCode.class, action, "action"));
      return new Replying.ReplyForm(
          last, given == null ? List.of() : List.of(given.toEntity(now)), parts, least);
    }

    private Set<HandlingCode> codes() throws ApiException {
      Set<HandlingCode> codes = Given.codes(HandlingCode.class, handling, "handling");
      if (codes.isEmpty()) {
        throw new ApiException("handling");
      }
      return codes;
    }

    @Override
    public String toString() {
      return "Reply[]";
    }
  }

  /// @param of the categories refused; none for all
  record Part(@Nullable String code, @Nullable List<String> of, @Nullable String explanation) {
    Refused toRefused() throws ApiException {
      try {
        return new Refused(
            Given.code(RefusalCode.class, code, "refused.code"),
            Given.codes(DataCategory.class, of, "refused.of"),
            Given.orEmpty(explanation));
      } catch (IllegalArgumentException e) {
        throw new ApiException("refused.explanation");
      }
    }
  }

  /// @param text base64 of the exact bytes received
  @PersonalData
  record Opened(
      RequestJson.Held request,
      EntityJson subject,
      String caseReference,
      List<String> wanted,
      List<String> urgent,
      List<String> earlier,
      String reason,
      List<String> clarifications,
      List<RequestJson.Same> alike,
      String text) {
    static Opened of(Replying.OpenRequest open, RequestJson.Held held) {
      Request body = (Request) open.request().body();
      return new Opened(
          held,
          EntityJson.of(body.subject()),
          open.request().header().basis().forCase().map(CaseReference::value).orElse(""),
          RequestJson.codes(body.wanted()),
          body.urgent().stream().map(Coded::code).toList(),
          body.earlier().stream().map(DispatchId::toString).toList(),
          body.reason(),
          open.clarifications(),
          open.alike().stream().map(RequestJson.Same::of).toList(),
          open.text().base64());
    }

    @Override
    public String toString() {
      return "Opened[]";
    }
  }
}
