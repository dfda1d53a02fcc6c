// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationUse;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Information that nobody asked for, sent and received.
@RestController
@RequestMapping("/api/v1/spontaneous")
final class SpontaneousApi {
  private final Caller caller;
  private final Clock clock;

  SpontaneousApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Who will see it, and under which restrictions; nothing is recorded or sent.
  @PostMapping("/look")
  Look look(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    Informing.InformForm inform = form.toForm(clock.now());
    return caller.with(core -> {
      Informing.SecondLook look = core.informing().look(by, inform);
      return new Look(
          look.partner().value(),
          DecisionJson.of(
              look.decision(),
              core.standings().instrumentsWith(look.partner()),
              DecisionWords.in(by.language())),
          RequestJson.codes(look.agencies()),
          RequestJson.codes(look.handling().codes()),
          look.handling().action().code(),
          look.kept().stream()
              .map(kept -> new Kept(RequestJson.codes(kept.data()), kept.days()))
              .toList());
    });
  }

  /// Decides, records and queues it.
  @PostMapping
  View send(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    Informing.InformForm inform = form.toForm(clock.now());
    return View.of(caller.with(core -> core.informing().send(by, inform)));
  }

  /// Information sent by the officer's agency and information received, newest first.
  @GetMapping
  List<View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.informing().all(by)).stream().map(View::of).toList();
  }

  /// Why the sender holds that this state should know; the reading is on the ledger and reported.
  @PostMapping("/{id}/open")
  Opened open(@PathVariable String id) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId information = Given.as(DispatchId::parse, id, "id");
    return new Opened(caller.with(core -> core.informing().open(by, information)));
  }

  /// Says what came of information received.
  @PostMapping("/{id}/feedback")
  View feedback(@PathVariable String id, @RequestBody Feedback feedback)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    DispatchId information = Given.as(DispatchId::parse, id, "id");
    InformationUse use = Given.code(InformationUse.class, feedback.use(), "use");
    String text = Given.orEmpty(feedback.text());
    return View.of(caller.with(core -> core.informing().feedback(by, information, use, text)));
  }

  @PersonalData
  record Form(
      @Nullable String partner,
      @Nullable String caseReference,
      @Nullable String legalBasis,
      @Nullable String offence,
      @Nullable String purpose,
      @Nullable List<String> elements,
      @Nullable GradedJson given,
      @Nullable String category,
      @Nullable String stage,
      @Nullable List<String> grounds,
      @Nullable List<String> handling,
      @Nullable String action,
      @Nullable String reason) {
    Informing.InformForm toForm(Instant now) throws ApiException {
      if (given == null) {
        throw new ApiException("given");
      }
      Set<HandlingCode> codes = Given.codes(HandlingCode.class, handling, "handling");
      if (codes.isEmpty()) {
        throw new ApiException("handling");
      }
      return new Informing.InformForm(
          Given.as(NodeId::new, partner, "partner"),
          Given.orEmpty(caseReference),
          Given.orEmpty(legalBasis),
          Given.as(OffenceCode::new, offence, "offence"),
          Given.code(Purpose.class, purpose, "purpose"),
          Given.codes(TransnationalElement.class, elements, "elements"),
          given.toEntity(now),
          Given.code(SubjectCategory.class, category, "category"),
          Given.code(ProceduralStage.class, stage, "stage"),
          Given.codes(Ground.class, grounds, "grounds"),
          new Handling(codes, Given.code(ActionCode.class, action, "action")),
          Given.orEmpty(reason));
    }

    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /// For how many days data of these categories may be kept there.
  record Kept(List<String> data, int days) {}

  record Look(
      String partner,
      DecisionJson decision,
      List<String> agencies,
      List<String> handling,
      String action,
      List<Kept> kept) {}

  @PersonalData
  record Opened(String reason) {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  @PersonalData
  record Feedback(@Nullable String use, @Nullable String text) {
    @Override
    public String toString() {
      return "Feedback[]";
    }
  }

  /// @param item to be read as an item
  /// @param use what came of it: none or one
  record View(
      String id,
      String partner,
      boolean sent,
      String state,
      Instant at,
      String caseReference,
      String item,
      List<String> use) {
    static View of(Informing.Information one) {
      return new View(
          one.id().toString(),
          one.partner().value(),
          one.sent(),
          one.state().code(),
          one.at(),
          one.caseReference().value(),
          one.item().value(),
          one.use().stream().map(Coded::code).toList());
    }
  }
}
