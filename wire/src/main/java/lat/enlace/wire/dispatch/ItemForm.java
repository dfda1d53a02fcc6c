// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireTime;

/// The bodies about items that were given before.
final class ItemForm {
  private static final String ITEM = "item";
  private static final String SENT = "dispatch";

  private ItemForm() {}

  static ItemBody reading(Fields in) throws WireException {
    return new ItemBody.Reading(
        what(in.object("what")),
        new UnitId(in.text("unit")),
        in.coded("role", Role.class),
        new CaseReference(in.text("case")),
        in.text("reason"),
        in.time("at"),
        new OfficerPseudonym(in.text("reader")));
  }

  static ItemBody recall(Fields in) throws WireException {
    return new ItemBody.Recall(
        BodyForm.item(in),
        in.coded("action", RecallAction.class),
        in.text("reason"),
        EntityForm.readAll(in.objects("replacement")));
  }

  static ItemBody recallOutcome(Fields in) throws WireException {
    return new ItemBody.RecallOutcome(
        BodyForm.id(in, "recall"),
        in.coded("act", ItemBody.RecallOutcome.Act.class),
        in.text("explanation"));
  }

  private static WhatWasRead what(Fields in) throws WireException {
    WhatWasRead what =
        switch (in.text("type")) {
          case ITEM -> new WhatWasRead.Item(new ItemId(in.text("id")));
          case SENT -> new WhatWasRead.Sent(BodyForm.id(in, "id"));
          default -> throw new WireException(WireException.Code.VALUE_INVALID);
        };
    in.finish();
    return what;
  }

  static Json.Obj write(ItemBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case ItemBody.Reading reading ->
          out.with("what", what(reading.what()))
              .with("unit", reading.unit().value())
              .with("role", reading.role().code())
              .with("case", reading.caseReference().value())
              .with("reason", reading.reason())
              .with("at", WireTime.write(reading.at()))
              .with("reader", reading.reader().value());
      case ItemBody.Recall recall ->
          out.with("item", recall.item().value())
              .with("action", recall.action().code())
              .with("reason", recall.reason())
              .with("replacement", EntityForm.writeAll(recall.replacement()));
      case ItemBody.RecallOutcome outcome ->
          out.with("recall", outcome.recall().toString())
              .with("act", outcome.act().code())
              .with("explanation", outcome.explanation());
    };
  }

  private static Json.Obj what(WhatWasRead what) {
    return switch (what) {
      case WhatWasRead.Item(ItemId id) ->
          Json.Obj.empty().with("type", ITEM).with("id", id.value());
      case WhatWasRead.Sent(DispatchId id) ->
          Json.Obj.empty().with("type", SENT).with("id", id.toString());
    };
  }
}
