// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.matching.Comparison;
import lat.enlace.matching.Explanations;
import lat.enlace.matching.FeatureResult;
import lat.enlace.model.ActionCode;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RefusalCode;
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

/// The holding officer's desk: questions that wait for a person, follow-ups to release or refuse.
@RestController
@RequestMapping("/api/v1/desk")
final class DeskApi {
  private final Caller caller;
  private final Signing signing;
  private final Clock clock;

  DeskApi(Caller caller, Signing signing, Clock clock) {
    this.caller = caller;
    this.signing = signing;
    this.clock = clock;
  }

  /// Follow-ups that wait for release or refusal, the most urgent first.
  @GetMapping("/follow-ups")
  List<FollowUpView> followUps() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.holding().desk(by)).stream().map(this::followUpView).toList();
  }

  /// Questions that a person must let through before they are matched.
  @GetMapping("/questions")
  List<QuestionView> questions() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.holding().questions(by)).stream()
        .map(this::questionView)
        .toList();
  }

  /// A held question and the exact text an authority signs; opening it is on the ledger.
  @PostMapping("/questions/{id}/open")
  OpenedQuestion open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = Given.as(DispatchId::parse, id, "id");
    return OpenedQuestion.of(caller.with(core -> core.holding().open(by, question)), clock.now());
  }

  /// Signs the exact text with the authority's personal key and lets the question be matched and
  /// answered.
  @PostMapping("/questions/{id}/admit")
  QuestionView admit(@PathVariable String id, @RequestBody Unlock unlock)
      throws ApiException, ExchangeException, SigningException {
    Officer by = caller.officer();
    DispatchId question = Given.as(DispatchId::parse, id, "id");
    String passphrase = Given.text(unlock.passphrase(), "passphrase");
    Bytes text = caller.with(core -> core.holding().open(by, question)).text();
    Bytes signature = signing.sign(by, text, passphrase);
    return questionView(caller.with(core -> core.holding().admit(by, question, signature)));
  }

  /// Turns a held question away with a code.
  @PostMapping("/questions/{id}/turn-away")
  QuestionView turnAway(@PathVariable String id, @RequestBody Refusal refusal)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId question = Given.as(DispatchId::parse, id, "id");
    RefusalCode code = Given.code(RefusalCode.class, refusal.code(), "code");
    return questionView(caller.with(core -> core.holding().turnAway(by, question, code)));
  }

  /// Both records side by side; opening them is on the ledger.
  @PostMapping("/follow-ups/{id}/compare")
  SideBySide compare(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId followUp = Given.as(DispatchId::parse, id, "id");
    return SideBySide.of(
        caller.with(core -> core.holding().compare(by, followUp)),
        new Explanations(by.language()),
        clock.now());
  }

  /// Releases the core data the instrument opens, with handling codes.
  @PostMapping("/follow-ups/{id}/release")
  FollowUpView release(@PathVariable String id, @RequestBody Release release)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId followUp = Given.as(DispatchId::parse, id, "id");
    Set<HandlingCode> codes = Given.codes(HandlingCode.class, release.handling(), "handling");
    if (codes.isEmpty()) {
      throw new ApiException("handling");
    }
    Handling handling =
        new Handling(codes, Given.code(ActionCode.class, release.action(), "action"));
    return followUpView(caller.with(core -> core.holding().release(by, followUp, handling)));
  }

  /// Refuses with a code and an explanation.
  @PostMapping("/follow-ups/{id}/refuse")
  FollowUpView refuse(@PathVariable String id, @RequestBody Refusal refusal)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId followUp = Given.as(DispatchId::parse, id, "id");
    RefusalCode code = Given.code(RefusalCode.class, refusal.code(), "code");
    String explanation = Given.orEmpty(refusal.explanation());
    return followUpView(
        caller.with(core -> core.holding().refuse(by, followUp, code, explanation)));
  }

  private FollowUpView followUpView(Holding.HeldFollowUp held) {
    return FollowUpView.of(held, clock.now());
  }

  private QuestionView questionView(Holding.HeldQuestion held) {
    return QuestionView.of(held, clock.now());
  }

  record Release(@Nullable List<String> handling, @Nullable String action) {}

  record Refusal(@Nullable String code, @Nullable String explanation) {}

  @PersonalData
  record Unlock(@Nullable String passphrase) {
    @Override
    public String toString() {
      return "Unlock[]";
    }
  }

  /// @param overdue true if it still waits and its clock has run out
  record FollowUpView(
      String id,
      String question,
      String from,
      String state,
      Instant received,
      Instant due,
      boolean overdue) {
    static FollowUpView of(Holding.HeldFollowUp held, Instant now) {
      return new FollowUpView(
          held.id().toString(),
          held.question().toString(),
          held.from().value(),
          held.state().code(),
          held.received(),
          held.due(),
          held.overdue(now));
    }
  }

  /// @param overdue true if it still waits and its clock has run out
  record QuestionView(
      String id,
      String from,
      String state,
      Instant received,
      Instant due,
      boolean overdue,
      List<String> reasons) {
    static QuestionView of(Holding.HeldQuestion held, Instant now) {
      return new QuestionView(
          held.id().toString(),
          held.from().value(),
          held.state().code(),
          held.received(),
          held.due(),
          held.overdue(now),
          held.reasons());
    }
  }

  /// @param text base64 of the exact bytes received
  @PersonalData
  record OpenedQuestion(QuestionView question, EntityJson asked, String reason, String text) {
    static OpenedQuestion of(Holding.OpenQuestion open, Instant now) {
      HitBody.Question body = (HitBody.Question) open.question().body();
      return new OpenedQuestion(
          QuestionView.of(open.held(), now),
          EntityJson.of(body.subject()),
          body.reason(),
          open.text().base64());
    }

    @Override
    public String toString() {
      return "OpenedQuestion[]";
    }
  }

  @PersonalData
  record Feature(
      String feature,
      String agreement,
      double weight,
      String left,
      String right,
      List<String> why) {
    static Feature of(FeatureResult result, Explanations words) {
      return new Feature(
          result.feature().code(),
          result.agreement().code(),
          result.weight(),
          result.left(),
          result.right(),
          result.reasons().stream().map(words::render).toList());
    }

    @Override
    public String toString() {
      return "Feature[]";
    }
  }

  @PersonalData
  record SideBySide(
      FollowUpView followUp,
      EntityJson asked,
      EntityJson held,
      String justification,
      List<Feature> features) {
    static SideBySide of(Holding.SideBySide both, Explanations words, Instant now) {
      Comparison comparison = both.comparison();
      return new SideBySide(
          FollowUpView.of(both.followUp(), now),
          EntityJson.of(((HitBody.Question) both.question().body()).subject()),
          EntityJson.of(both.candidate()),
          ((HitBody.FollowUp) both.followUpDispatch().body()).justification(),
          comparison.features().stream().map(each -> Feature.of(each, words)).toList());
    }

    @Override
    public String toString() {
      return "SideBySide[]";
    }
  }
}
