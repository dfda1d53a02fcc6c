// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.List;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireTime;

/// The body of each kind (docs/spec/kinds.md).
final class BodyForm {
  private static final String ITEM = "item";
  private static final String SENT = "dispatch";

  private BodyForm() {}

  static Body read(DispatchKind kind, Fields in) throws WireException {
    Body body =
        switch (kind) {
          case QUESTION -> question(in);
          case ANSWER -> AnswerForm.read(in);
          case FOLLOW_UP ->
              new Body.FollowUp(
                  id(in, "answer"),
                  new CandidateProfile.Handle(in.text("candidate")),
                  in.text("justification"));
          case DISCLOSURE ->
              new Body.Disclosure(
                  id(in, "followUp"), item(in), EntityForm.read(in.object("entity")));
          case REFUSAL ->
              new Body.Refusal(
                  id(in, "followUp"), in.coded("code", RefusalCode.class), in.text("explanation"));
          case READING -> reading(in);
          case RECALL ->
              new Body.Recall(
                  item(in),
                  in.coded("action", RecallAction.class),
                  in.text("reason"),
                  EntityForm.readAll(in.objects("replacement")));
          case RECALL_OUTCOME ->
              new Body.RecallOutcome(
                  id(in, "recall"),
                  in.coded("act", Body.RecallOutcome.Act.class),
                  in.text("explanation"));
          case WHEREABOUTS ->
              new Body.Whereabouts(
                  EntityForm.read(in.object("person")),
                  in.coded("askedBy", Body.Whereabouts.AskedBy.class));
          case WHEREABOUTS_REPLY ->
              new Body.WhereaboutsReply(
                  id(in, "inquiry"),
                  in.coded("finding", Body.WhereaboutsReply.Finding.class),
                  in.text("text"));
          case STANDING -> standing(in);
          case NODE_RECORD -> new Body.NodeRecord(in.base64("note"));
        };
    in.finish();
    return body;
  }

  private static Body question(Fields in) throws WireException {
    return new Body.Question(
        EntityForm.read(in.object("subject")),
        in.coded("category", SubjectCategory.class),
        in.coded("stage", ProceduralStage.class),
        in.codes("grounds", Ground.class),
        in.codes("wanted", DataCategory.class),
        in.text("reason"));
  }

  private static Body reading(Fields in) throws WireException {
    return new Body.Reading(
        what(in.object("what")),
        new UnitId(in.text("unit")),
        in.coded("role", Role.class),
        new CaseReference(in.text("case")),
        in.text("reason"),
        in.time("at"),
        new OfficerPseudonym(in.text("reader")));
  }

  private static WhatWasRead what(Fields in) throws WireException {
    WhatWasRead what =
        switch (in.text("type")) {
          case ITEM -> new WhatWasRead.Item(new ItemId(in.text("id")));
          case SENT -> new WhatWasRead.Sent(id(in, "id"));
          default -> throw new WireException(WireException.Code.VALUE_INVALID);
        };
    in.finish();
    return what;
  }

  private static Body standing(Fields in) throws WireException {
    Fields instrument = in.object("instrument");
    InstrumentRef ref =
        new InstrumentRef(new InstrumentId(instrument.text("id")), instrument.hash("text"));
    instrument.finish();
    return new Body.Standing(
        ref,
        in.coded("change", Body.Standing.Change.class),
        in.coded("level", ConfidenceLevel.class),
        in.text("reason"),
        ids(in.texts("seen")));
  }

  private static List<DispatchId> ids(List<String> texts) {
    return texts.stream().map(DispatchId::parse).toList();
  }

  private static DispatchId id(Fields in, String name) throws WireException {
    return DispatchId.parse(in.text(name));
  }

  private static ItemId item(Fields in) throws WireException {
    return new ItemId(in.text("item"));
  }

  /// @param padding of an answer, in characters
  static Json.Obj write(Body body, int padding) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case Body.Question question ->
          out.with("subject", EntityForm.write(question.subject()))
              .with("category", question.category().code())
              .with("stage", question.stage().code())
              .with("grounds", Lists.codes(question.grounds()))
              .with("wanted", Lists.codes(question.wanted()))
              .with("reason", question.reason());
      case Body.Answer answer -> AnswerForm.write(answer, padding);
      case Body.FollowUp followUp ->
          out.with("answer", followUp.answer().toString())
              .with("candidate", followUp.candidate().value())
              .with("justification", followUp.justification());
      case Body.Disclosure disclosure ->
          out.with("followUp", disclosure.followUp().toString())
              .with("item", disclosure.item().value())
              .with("entity", EntityForm.write(disclosure.entity()));
      case Body.Refusal refusal ->
          out.with("followUp", refusal.followUp().toString())
              .with("code", refusal.code().code())
              .with("explanation", refusal.explanation());
      case Body.Reading reading -> reading(out, reading);
      case Body.Recall recall ->
          out.with("item", recall.item().value())
              .with("action", recall.action().code())
              .with("reason", recall.reason())
              .with("replacement", EntityForm.writeAll(recall.replacement()));
      case Body.RecallOutcome outcome ->
          out.with("recall", outcome.recall().toString())
              .with("act", outcome.act().code())
              .with("explanation", outcome.explanation());
      case Body.Whereabouts whereabouts ->
          out.with("person", EntityForm.write(whereabouts.person()))
              .with("askedBy", whereabouts.askedBy().code());
      case Body.WhereaboutsReply reply ->
          out.with("inquiry", reply.inquiry().toString())
              .with("finding", reply.finding().code())
              .with("text", reply.text());
      case Body.Standing standing -> standing(out, standing);
      case Body.NodeRecord record -> out.with("note", record.note().base64());
    };
  }

  private static Json.Obj reading(Json.Obj out, Body.Reading reading) throws WireException {
    return out.with("what", what(reading.what()))
        .with("unit", reading.unit().value())
        .with("role", reading.role().code())
        .with("case", reading.caseReference().value())
        .with("reason", reading.reason())
        .with("at", WireTime.write(reading.at()))
        .with("reader", reading.reader().value());
  }

  private static Json.Obj what(WhatWasRead what) {
    return switch (what) {
      case WhatWasRead.Item(ItemId id) ->
          Json.Obj.empty().with("type", ITEM).with("id", id.value());
      case WhatWasRead.Sent(DispatchId id) ->
          Json.Obj.empty().with("type", SENT).with("id", id.toString());
    };
  }

  private static Json.Obj standing(Json.Obj out, Body.Standing standing) {
    return out.with(
            "instrument",
            Json.Obj.empty()
                .with("id", standing.instrument().id().value())
                .with("text", standing.instrument().text().base64()))
        .with("change", standing.change().code())
        .with("level", standing.level().code())
        .with("reason", standing.reason())
        .with("seen", Lists.texts(standing.seen().stream().map(DispatchId::toString).toList()));
  }
}
