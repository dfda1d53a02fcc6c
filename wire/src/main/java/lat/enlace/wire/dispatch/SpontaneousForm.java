// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.Ground;
import lat.enlace.model.InformationUse;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.wire.WireException;

/// The bodies of information that nobody asked for, and of what came of it.
final class SpontaneousForm {
  private SpontaneousForm() {}

  static SpontaneousBody information(Fields in) throws WireException {
    return new SpontaneousBody.Information(
        BodyForm.item(in),
        EntityForm.read(in.object("entity")),
        in.coded("category", SubjectCategory.class),
        in.coded("stage", ProceduralStage.class),
        in.codes("grounds", Ground.class),
        in.text("reason"));
  }

  static SpontaneousBody feedback(Fields in) throws WireException {
    return new SpontaneousBody.Feedback(
        BodyForm.id(in, "information"), in.coded("use", InformationUse.class), in.text("text"));
  }

  static Json.Obj write(SpontaneousBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case SpontaneousBody.Information information ->
          out.with("item", information.item().value())
              .with("entity", EntityForm.write(information.entity()))
              .with("category", information.category().code())
              .with("stage", information.stage().code())
              .with("grounds", Lists.codes(information.grounds()))
              .with("reason", information.reason());
      case SpontaneousBody.Feedback feedback ->
          out.with("information", feedback.information().toString())
              .with("use", feedback.use().code())
              .with("text", feedback.text());
    };
  }
}
