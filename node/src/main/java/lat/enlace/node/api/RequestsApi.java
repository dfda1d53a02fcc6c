// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RequestType;
import lat.enlace.model.entity.Entity;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests this node sends.
@RestController
@RequestMapping("/api/v1/requests")
final class RequestsApi {
  private final Caller caller;
  private final Signing signing;
  private final Clock clock;

  RequestsApi(Caller caller, Signing signing, Clock clock) {
    this.caller = caller;
    this.signing = signing;
    this.clock = clock;
  }

  /// What this node would decide for each partner, and what is perhaps the same; nothing is
  /// recorded or sent.
  @PostMapping("/preview")
  Preview preview(@RequestBody RequestJson.Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    RequestForm asked = form.toForm(clock.now());
    return caller.with(core -> {
      Requesting.Checked checked = core.requesting().check(by, asked);
      return new Preview(
          checked.rulings().stream()
              .map(each ->
                  new QuestionJson.Ruling(
                      each.partner().value(), decision(core, by, each.partner(), each.decision())))
              .toList(),
          checked.alike().stream().map(RequestJson.Same::of).toList());
    });
  }

  /// Decides, records and queues a request, one per partner, all of one enquiry.
  @PostMapping
  List<RequestJson.Sent> send(@RequestBody RequestJson.Form form)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    RequestForm asked = form.toForm(clock.now());
    return caller.with(core ->
        core.requesting().send(by, asked).stream().map(each -> view(core, by, each)).toList());
  }

  /// The requests of the officer's agency, newest first.
  @GetMapping
  List<RequestJson.Sent> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(
        core -> core.requesting().requests(by).stream().map(each -> view(core, by, each)).toList());
  }

  /// One request.
  @GetMapping("/{id}")
  RequestJson.Sent show(@PathVariable String id) throws ApiException, ExchangeException {
    return one(id, (core, by, request) -> core.requesting().request(by, request));
  }

  /// What is perhaps the same as a request, so far as the officer's agency may know of it.
  @GetMapping("/{id}/alike")
  List<RequestJson.Same> alike(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    return caller.with(core -> core.requesting().alike(by, request)).stream()
        .map(RequestJson.Same::of)
        .toList();
  }

  /// The exact text, for an authority to read before he signs.
  @GetMapping("/{id}/text-to-authorise")
  Map<String, String> text(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    return Map.of(
        "text", caller.with(core -> core.requesting().textToAuthorise(by, request)).base64());
  }

  /// Signs the exact text with the authority's personal key and lets the request go.
  @PostMapping("/{id}/authorise")
  RequestJson.Sent authorise(@PathVariable String id, @RequestBody Passphrase unlock)
      throws ApiException, ExchangeException, SigningException {
    Officer officer = caller.officer();
    DispatchId request = dispatch(id);
    String passphrase = Given.text(unlock.passphrase(), "passphrase");
    Bytes text = caller.with(core -> core.requesting().textToAuthorise(officer, request));
    Bytes signature = signing.sign(officer, text, passphrase);
    return one(id, (core, by, one) -> core.requesting().authorise(by, one, signature));
  }

  /// The authority declines.
  @PostMapping("/{id}/decline")
  RequestJson.Sent decline(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    String reason = Given.text(why.reason(), "reason");
    return one(id, (core, by, one) -> core.requesting().decline(by, one, reason));
  }

  /// Answers what the state asked has asked back.
  @PostMapping("/{id}/clarify")
  RequestJson.Sent clarify(@PathVariable String id, @RequestBody Clarification said)
      throws ApiException, ExchangeException {
    String text = Given.text(said.text(), "text");
    return one(id, (core, by, one) -> core.requesting().clarify(by, one, text));
  }

  /// Takes a request back that is not answered yet.
  @PostMapping("/{id}/withdraw")
  RequestJson.Sent withdraw(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    String reason = Given.text(why.reason(), "reason");
    return one(id, (core, by, one) -> core.requesting().withdraw(by, one, reason));
  }

  /// Closes a request that was answered or refused.
  @PostMapping("/{id}/close")
  RequestJson.Sent close(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    String reason = Given.text(why.reason(), "reason");
    return one(id, (core, by, one) -> core.requesting().close(by, one, reason));
  }

  /// Reads the words of something said about a request; the reading is on the ledger.
  @PostMapping("/{id}/said/{said}")
  Words read(@PathVariable String id, @PathVariable String said)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    DispatchId what = Given.as(DispatchId::parse, said, "said");
    return new Words(caller.with(core -> core.requesting().read(by, request, what)));
  }

  /// Notes that something is asked through another channel; only keyed digests are kept.
  @PostMapping("/notes")
  List<RequestJson.Same> note(@RequestBody Note note) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    Alike.Channel channel = Given.code(Alike.Channel.class, note.channel(), "channel");
    RequestType type = Given.code(RequestType.class, note.type(), "type");
    if (note.subject() == null) {
      throw new ApiException("subject");
    }
    Entity subject = note.subject().toEntity(clock.now());
    return caller.with(core -> core.requesting().note(by, channel, type, subject)).stream()
        .map(RequestJson.Same::of)
        .toList();
  }

  /// Work on one request.
  @FunctionalInterface
  private interface Deed {
    Requesting.SentRequest on(Exchange core, Officer by, DispatchId request)
        throws ExchangeException;
  }

  private RequestJson.Sent one(String id, Deed deed) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId request = dispatch(id);
    return caller.with(core -> view(core, by, deed.on(core, by, request)));
  }

  private RequestJson.Sent view(Exchange core, Officer by, Requesting.SentRequest sent) {
    DecisionJson decision = decision(core, by, sent.partner(), sent.decision());
    return RequestJson.Sent.of(sent, decision, clock.now());
  }

  private static DecisionJson decision(
      Exchange core, Officer by, NodeId partner, Decision decision) {
    return DecisionJson.of(
        decision, core.standings().instrumentsWith(partner), DecisionWords.in(by.language()));
  }

  private static DispatchId dispatch(String id) throws ApiException {
    return Given.as(DispatchId::parse, id, "id");
  }

  record Preview(List<QuestionJson.Ruling> rulings, List<RequestJson.Same> alike) {}

  @PersonalData
  record Passphrase(@Nullable String passphrase) {
    @Override
    public String toString() {
      return "Passphrase[]";
    }
  }

  record Why(@Nullable String reason) {}

  @PersonalData
  record Clarification(@Nullable String text) {
    @Override
    public String toString() {
      return "Clarification[]";
    }
  }

  @PersonalData
  record Words(List<String> words) {
    @Override
    public String toString() {
      return "Words[]";
    }
  }

  @PersonalData
  record Note(@Nullable String channel, @Nullable String type, @Nullable EntityJson subject) {
    @Override
    public String toString() {
      return "Note[]";
    }
  }
}
