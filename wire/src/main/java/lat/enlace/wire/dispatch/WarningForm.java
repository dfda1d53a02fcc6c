// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.wire.WireException;

/// The bodies of the duty to warn.
final class WarningForm {
  private WarningForm() {}

  static WarningBody warning(Fields in) throws WireException {
    return new WarningBody.Warning(
        in.texts("names"),
        in.texts("places"),
        in.texts("phones"),
        in.coded("threat", WarningBody.Warning.Threat.class),
        in.coded("imminence", WarningBody.Warning.Imminence.class));
  }

  static WarningBody action(Fields in) throws WireException {
    return new WarningBody.Action(
        BodyForm.id(in, "warning"), in.coded("act", WarningBody.Action.Act.class));
  }

  static WarningBody review(Fields in) throws WireException {
    return new WarningBody.Review(
        BodyForm.id(in, "warning"), in.coded("finding", WarningBody.Review.Finding.class));
  }

  static Json.Obj write(WarningBody body) {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case WarningBody.Warning warning ->
          out.with("names", Lists.texts(warning.names()))
              .with("places", Lists.texts(warning.places()))
              .with("phones", Lists.texts(warning.phones()))
              .with("threat", warning.threat().code())
              .with("imminence", warning.imminence().code());
      case WarningBody.Action action ->
          out.with("warning", action.warning().toString()).with("act", action.act().code());
      case WarningBody.Review review ->
          out.with("warning", review.warning().toString()).with("finding", review.finding().code());
    };
  }
}
