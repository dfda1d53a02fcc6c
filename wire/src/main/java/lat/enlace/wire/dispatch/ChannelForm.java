// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.wire.WireException;

/// The bodies about the channel itself.
final class ChannelForm {
  private ChannelForm() {}

  static ChannelBody standing(Fields in) throws WireException {
    Fields instrument = in.object("instrument");
    InstrumentRef ref =
        new InstrumentRef(new InstrumentId(instrument.text("id")), instrument.hash("text"));
    instrument.finish();
    return new ChannelBody.Standing(
        ref,
        in.coded("change", ChannelBody.Standing.Change.class),
        in.coded("level", ConfidenceLevel.class),
        in.text("reason"),
        BodyForm.ids(in.texts("seen")));
  }

  static ChannelBody nodeRecord(Fields in) throws WireException {
    return new ChannelBody.NodeRecord(in.base64("note"));
  }

  static Json.Obj write(ChannelBody body) {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case ChannelBody.Standing standing ->
          out.with("instrument", instrument(standing.instrument()))
              .with("change", standing.change().code())
              .with("level", standing.level().code())
              .with("reason", standing.reason())
              .with(
                  "seen", Lists.texts(standing.seen().stream().map(DispatchId::toString).toList()));
      case ChannelBody.NodeRecord record -> out.with("note", record.note().base64());
    };
  }

  private static Json.Obj instrument(InstrumentRef ref) {
    return Json.Obj.empty().with("id", ref.id().value()).with("text", ref.text().base64());
  }
}
