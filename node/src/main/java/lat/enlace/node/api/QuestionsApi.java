// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Questions this node asks.
@RestController
@RequestMapping("/api/v1")
final class QuestionsApi {
  private final Caller caller;
  private final Signing signing;
  private final Clock clock;

  QuestionsApi(Caller caller, Signing signing, Clock clock) {
    this.caller = caller;
    this.signing = signing;
    this.clock = clock;
  }

  /// What this node would decide for each partner; nothing is recorded or sent.
  @PostMapping("/questions/preview")
  List<QuestionJson.Ruling> preview(@RequestBody QuestionJson.Form form)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    AskForm asked = form.toForm(clock.now());
    return caller.with(core ->
        core.asking().preview(by, asked).stream().map(each -> ruling(core, by, each)).toList());
  }

  /// Decides, records and queues a question, one per partner.
  @PostMapping("/questions")
  List<QuestionJson.View> ask(@RequestBody QuestionJson.Form form)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    AskForm asked = form.toForm(clock.now());
    return caller.with(core -> views(core, by, core.asking().ask(by, asked)));
  }

  /// The questions of the officer's agency, newest first.
  @GetMapping("/questions")
  List<QuestionJson.View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> views(core, by, core.asking().asked(by)));
  }

  /// One question.
  @GetMapping("/questions/{id}")
  QuestionJson.View show(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    return caller.with(core -> view(core, by, core.asking().question(by, question)));
  }

  /// The exact text, for an authority to read before he signs.
  @GetMapping("/questions/{id}/text-to-authorise")
  Map<String, String> text(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    Bytes text = caller.with(core -> core.asking().textToAuthorise(by, question));
    return Map.of("text", text.base64());
  }

  /// Signs the exact text with the authority's personal key and lets the question go.
  @PostMapping("/questions/{id}/authorise")
  QuestionJson.View authorise(@PathVariable String id, @RequestBody Passphrase unlock)
      throws ApiException, ExchangeException, SigningException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    String passphrase = Given.text(unlock.passphrase(), "passphrase");
    Bytes text = caller.with(core -> core.asking().textToAuthorise(by, question));
    Bytes signature = signing.sign(by, text, passphrase);
    return caller.with(core -> view(core, by, core.asking().authorise(by, question, signature)));
  }

  /// The authority declines.
  @PostMapping("/questions/{id}/decline")
  QuestionJson.View decline(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    String reason = Given.text(why.reason(), "reason");
    return caller.with(core -> view(core, by, core.asking().decline(by, question, reason)));
  }

  /// The officer judged a candidate to be the subject and asks for the data.
  @PostMapping("/questions/{id}/follow-up")
  QuestionJson.View followUp(@PathVariable String id, @RequestBody FollowUp followUp)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    CandidateProfile.Handle candidate =
        Given.as(CandidateProfile.Handle::new, followUp.candidate(), "candidate");
    String why = Given.text(followUp.justification(), "justification");
    return caller.with(
        core -> view(core, by, core.asking().followUp(by, question, candidate, why)));
  }

  /// The officer judged that no candidate is the subject.
  @PostMapping("/questions/{id}/dismiss")
  QuestionJson.View dismiss(@PathVariable String id, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    String reason = Given.text(why.reason(), "reason");
    return caller.with(core -> view(core, by, core.asking().dismiss(by, question, reason)));
  }

  /// Reads a disclosed item. The reading is on the ledger before the data are returned.
  @PostMapping("/items/{item}/read")
  Item read(@PathVariable String item, @RequestBody Reading reading)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    ItemId id = Given.as(ItemId::new, item, "item");
    CaseReference forCase = Given.as(CaseReference::new, reading.caseReference(), "caseReference");
    String why = Given.text(reading.reason(), "reason");
    Asking.ReadItem read = caller.with(core -> core.asking().read(by, id, forCase, why));
    return new Item(
        read.item().value(),
        read.originator().value(),
        read.handling().codes().stream().map(code -> code.code()).sorted().toList(),
        read.handling().action().code(),
        EntityJson.of(read.entity()),
        read.expiries().stream().map(Expiry::of).toList());
  }

  /// Reads why a partner's officer refused, in his words. The reading is on the ledger before they
  /// are returned, and reported to the partner.
  @PostMapping("/questions/{id}/refusal")
  Refusal readRefusal(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = dispatch(id);
    HitBody.Refusal read = caller.with(core -> core.asking().readRefusal(by, question));
    return new Refusal(read.code().code(), read.explanation());
  }

  private static QuestionJson.Ruling ruling(Exchange core, Officer by, Asking.Ruling each) {
    return new QuestionJson.Ruling(
        each.partner().value(), decision(core, by, each.partner(), each.decision()));
  }

  private List<QuestionJson.View> views(Exchange core, Officer by, List<AskedQuestion> asked) {
    return asked.stream().map(each -> view(core, by, each)).toList();
  }

  private QuestionJson.View view(Exchange core, Officer by, AskedQuestion asked) {
    DecisionJson decision = decision(core, by, asked.partner(), asked.decision());
    return QuestionJson.View.of(asked, decision, clock.now());
  }

  private static DecisionJson decision(
      Exchange core, Officer by, NodeId partner, Decision decision) {
    return DecisionJson.of(
        decision, core.standings().instrumentsWith(partner), DecisionWords.in(by.language()));
  }

  private static DispatchId dispatch(String id) throws ApiException {
    return Given.as(DispatchId::parse, id, "id");
  }

  record Passphrase(@Nullable String passphrase) {
    @Override
    public String toString() {
      return "Passphrase[]";
    }
  }

  record Why(@Nullable String reason) {}

  record FollowUp(@Nullable String candidate, @Nullable String justification) {}

  @PersonalData
  record Refusal(String code, String explanation) {
    @Override
    public String toString() {
      return "Refusal[" + code + "]";
    }
  }

  record Reading(@Nullable String caseReference, @Nullable String reason) {}

  /// When data of a category are erased here, and the clause that says so.
  record Expiry(String data, LocalDate day, String clause) {
    static Expiry of(lat.enlace.exchange.Expiry one) {
      return new Expiry(one.data().code(), one.day(), one.clause().value());
    }
  }

  @PersonalData
  record Item(
      String item,
      String originator,
      List<String> handling,
      String action,
      EntityJson entity,
      List<Expiry> expiries) {
    @Override
    public String toString() {
      return "Item[]";
    }
  }
}
