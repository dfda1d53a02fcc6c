// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;
import org.jspecify.annotations.Nullable;

/// False dispatches: each could be logged and sealed like a true one.
final class Falsehoods {
  private final Forgery forgery;
  private final TestNode liar;
  private final TestNode victim;
  private final TestNode third;
  private final InstrumentRef own;
  private final InstrumentRef foreign;
  private @Nullable Body lastBody;
  private @Nullable DispatchId lastId;

  Falsehoods(
      Forgery forgery, TestNode liar, TestNode victim, TestNode third, LyingPeer.Texts texts) {
    this.forgery = forgery;
    this.liar = liar;
    this.victim = victim;
    this.third = third;
    this.own = texts.own().ref();
    this.foreign = texts.foreign().ref();
  }

  /// The texts that the liar's dispatches rest on.
  List<Hash> instruments() {
    return Stream.of(own.text(), foreign.text()).sorted().toList();
  }

  /// What the last one said.
  Body lastBody() {
    return Objects.requireNonNull(lastBody);
  }

  /// The id under which the last one was told.
  DispatchId lastId() {
    return Objects.requireNonNull(lastId);
  }

  /// The exact bytes of a dispatch that lies so.
  Bytes content(Lie lie) {
    Body body = body(lie);
    lastBody = body;
    DispatchId id = lie == Lie.VICTIMS_ID ? idOfVictim() : forgery.freshId(liar.clock().now());
    lastId = id;
    Instant now = liar.clock().now();
    Instant at =
        switch (lie) {
          case FROM_THE_FUTURE -> now.plus(Duration.ofHours(1));
          case ANCIENT -> now.minus(Duration.ofDays(100));
          default -> now;
        };
    Bytes content =
        Forgery.bytes(
            forgery.dispatch(
                id,
                lie == Lie.ANOTHERS_DISPATCH ? third.id() : liar.id(),
                lie == Lie.WRONG_RECIPIENT ? third.id() : victim.id(),
                basis(lie, body),
                body,
                lie == Lie.SOLDIERS_QUESTION ? AgencyKind.ARMED_FORCES : AgencyKind.POLICE,
                at));
    return switch (lie) {
      case UNKNOWN_KIND -> replaced(content, "\"kind\":\"question\"", "\"kind\":\"order\"");
      case UNKNOWN_VERSION -> replaced(content, "\"version\":1", "\"version\":9");
      case UNKNOWN_FIELD -> replaced(content, "\"version\":1", "\"version\":1,\"extra\":1");
      case NOT_JSON -> content.slice(0, content.size() / 2);
      default -> content;
    };
  }

  private static Bytes replaced(Bytes content, String one, String other) {
    String text = new String(content.toArray(), StandardCharsets.UTF_8);
    if (!text.contains(one)) {
      throw new IllegalStateException("the form of a dispatch changed");
    }
    return Bytes.utf8(text.replace(one, other));
  }

  private Basis basis(Lie lie, Body body) {
    return switch (body.kind().lane()) {
      case PERSON ->
          new Basis.UnderInstrument(
              lie == Lie.FOREIGN_INSTRUMENT ? foreign : own,
              new CaseReference("CASO-2026-0666"),
              Purpose.ORGANISED_CRIME,
              new OffenceCode("0601"),
              "Ley inventada 1",
              Set.of(TransnationalElement.EFFECTS_ELSEWHERE));
      case HUMANITARIAN ->
          new Basis.Humanitarian(new CaseReference("HUM-666"), "Convención inventada");
      case LIFE -> new Basis.Life();
      case GOVERNANCE -> new Basis.Governance();
    };
  }

  private Body body(Lie lie) {
    DispatchId nothing = forgery.freshId(liar.clock().now());
    ItemId item = new ItemId("co-000000000000000000000000");
    Entity person = People.any(1);
    return switch (lie) {
      case UNASKED_DISCLOSURE -> new HitBody.Disclosure(nothing, item, person);
      case ANSWER_FOR_ANOTHER ->
          new HitBody.Answer(askedOfThird(nothing), new HitBody.Outcome.NoHit());
      case REFUSAL_OF_NOTHING -> new HitBody.Refusal(nothing, RefusalCode.R4, "no");
      case FOLLOW_UP_OF_NOTHING -> new HitBody.FollowUp(nothing, handle(), "la misma");
      case READING_OF_NOTHING ->
          new ItemBody.Reading(
              new WhatWasRead.Item(item),
              new UnitId("unidad-uno"),
              Role.ANALYST,
              new CaseReference("CASO-2026-0666"),
              "lectura",
              liar.clock().now().truncatedTo(ChronoUnit.MILLIS),
              forgery.pseudonym());
      case REPLY_TO_NOTHING ->
          new WhereaboutsBody.Reply(nothing, WhereaboutsBody.Reply.Finding.SEEN, "vista");
      case OUTCOME_OF_NOTHING ->
          new ItemBody.RecallOutcome(nothing, ItemBody.RecallOutcome.Act.ACTED, "");
      case FOREIGN_STANDING ->
          new ChannelBody.Standing(
              foreign, ChannelBody.Standing.Change.SUSPENDED, ConfidenceLevel.FLOOR, "mentira");
      case FOREIGN_RECORD -> new ChannelBody.NodeRecord(recordOfThird());
      case RECALL_OF_ANOTHERS ->
          new ItemBody.Recall(itemOfThird(item), RecallAction.ERASE, "mentira", List.of());
      case VICTIMS_ID -> new WhereaboutsBody.Inquiry(person, WhereaboutsBody.Inquiry.AskedBy.STATE);
      case ABOUT_A_CHILD ->
          question(People.person("nadie", "Luis Ejemplo Nadie", "2015-01-02", 0), Ground.EVIDENCE);
      case ON_MIGRATION -> question(person, Ground.MIGRATION_STATUS);
      default -> question(person, Ground.EVIDENCE);
    };
  }

  private static HitBody.Question question(Entity person, Ground ground) {
    return new HitBody.Question(
        person,
        SubjectCategory.SUSPECT_COMMITTED,
        ProceduralStage.CHARGED,
        EnumSet.of(Ground.EVIDENCE, ground),
        Set.of(DataCategory.IDENTITY, DataCategory.DOCUMENT),
        "investigación inventada");
  }

  private CandidateProfile.Handle handle() {
    return new CandidateProfile.Handle(
        Base64.getUrlEncoder().withoutPadding().encodeToString(forgery.bytes(16).toArray()));
  }

  private DispatchId idOfVictim() {
    return victim.core().whereabouts().inquiries(victim.duty()).stream()
        .map(Whereabouts.Inquiry::id)
        .findFirst()
        .or(() ->
            victim.core().asking().asked(victim.rights()).stream()
                .map(lat.enlace.exchange.AskedQuestion::id)
                .findFirst())
        .orElseThrow();
  }

  private DispatchId askedOfThird(DispatchId otherwise) {
    return victim.core().asking().asked(victim.rights()).stream()
        .filter(asked -> asked.partner().equals(third.id()))
        .map(lat.enlace.exchange.AskedQuestion::id)
        .findFirst()
        .orElse(otherwise);
  }

  private ItemId itemOfThird(ItemId otherwise) {
    return victim.core().asking().asked(victim.rights()).stream()
        .filter(asked -> asked.partner().equals(third.id()))
        .flatMap(asked -> asked.item().stream())
        .findFirst()
        .orElse(otherwise);
  }

  private Bytes recordOfThird() {
    return third
        .keys()
        .nodeRecord(99, liar.clock().now(), liar.clock().now().plus(Duration.ofDays(30)));
  }
}
