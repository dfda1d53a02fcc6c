// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.wire.WireException;

/// The bodies of hit or no hit; of an answer see {@link AnswerForm}.
final class HitForm {
  private HitForm() {}

  static HitBody question(Fields in) throws WireException {
    return new HitBody.Question(
        EntityForm.read(in.object("subject")),
        in.coded("category", SubjectCategory.class),
        in.coded("stage", ProceduralStage.class),
        in.codes("grounds", Ground.class),
        in.codes("wanted", DataCategory.class),
        in.text("reason"));
  }

  static HitBody followUp(Fields in) throws WireException {
    return new HitBody.FollowUp(
        BodyForm.id(in, "answer"),
        new CandidateProfile.Handle(in.text("candidate")),
        in.text("justification"));
  }

  static HitBody disclosure(Fields in) throws WireException {
    return new HitBody.Disclosure(
        BodyForm.id(in, "followUp"), BodyForm.item(in), EntityForm.read(in.object("entity")));
  }

  static HitBody refusal(Fields in) throws WireException {
    return new HitBody.Refusal(
        BodyForm.id(in, "followUp"), in.coded("code", RefusalCode.class), in.text("explanation"));
  }

  static Json.Obj write(HitBody body, int padding) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case HitBody.Question question ->
          out.with("subject", EntityForm.write(question.subject()))
              .with("category", question.category().code())
              .with("stage", question.stage().code())
              .with("grounds", Lists.codes(question.grounds()))
              .with("wanted", Lists.codes(question.wanted()))
              .with("reason", question.reason());
      case HitBody.Answer answer -> AnswerForm.write(answer, padding);
      case HitBody.FollowUp followUp ->
          out.with("answer", followUp.answer().toString())
              .with("candidate", followUp.candidate().value())
              .with("justification", followUp.justification());
      case HitBody.Disclosure disclosure ->
          out.with("followUp", disclosure.followUp().toString())
              .with("item", disclosure.item().value())
              .with("entity", EntityForm.write(disclosure.entity()));
      case HitBody.Refusal refusal ->
          out.with("followUp", refusal.followUp().toString())
              .with("code", refusal.code().code())
              .with("explanation", refusal.explanation());
    };
  }
}
