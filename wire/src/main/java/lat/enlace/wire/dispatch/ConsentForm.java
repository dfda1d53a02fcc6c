// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.Purpose;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireTime;

/// The bodies about consent to a use.
final class ConsentForm {
  private ConsentForm() {}

  static ConsentBody request(Fields in) throws WireException {
    return new ConsentBody.Request(
        BodyForm.item(in),
        in.coded("use", ItemUse.class),
        in.text("to"),
        in.coded("purpose", Purpose.class),
        in.time("until"),
        in.text("reason"));
  }

  static ConsentBody consent(Fields in) throws WireException {
    List<Instant> until = new ArrayList<>();
    for (String time : in.texts("until")) {
      until.add(WireTime.parse(time));
    }
    return new ConsentBody.Consent(
        BodyForm.id(in, "request"),
        in.coded("word", ConsentBody.Consent.Word.class),
        until,
        List.copyOf(in.codes("conditions", ConsentCondition.class)),
        List.copyOf(in.codes("reason", LegalReason.class)));
  }

  static Json.Obj write(ConsentBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case ConsentBody.Request request ->
          out.with("item", request.item().value())
              .with("use", request.use().code())
              .with("to", request.to())
              .with("purpose", request.purpose().code())
              .with("until", WireTime.write(request.until()))
              .with("reason", request.reason());
      case ConsentBody.Consent consent -> consent(out, consent);
    };
  }

  private static Json.Obj consent(Json.Obj out, ConsentBody.Consent consent) throws WireException {
    List<String> until = new ArrayList<>();
    for (Instant end : consent.until()) {
      until.add(WireTime.write(end));
    }
    return out.with("request", consent.request().toString())
        .with("word", consent.word().code())
        .with("until", Lists.texts(until))
        .with("conditions", codes(consent.conditions()))
        .with("reason", codes(consent.reason()));
  }

  private static Json codes(List<? extends Coded> all) {
    return Lists.texts(all.stream().map(Coded::code).toList());
  }
}
