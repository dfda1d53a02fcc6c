// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Coded;
import lat.enlace.model.Ground;
import lat.enlace.model.LegalReason;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change;
import lat.enlace.model.dispatch.AlertBody.Hit;
import lat.enlace.model.dispatch.AlertBody.Stance;
import lat.enlace.model.dispatch.AlertBody.Statement;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireTime;

/// The bodies of alerts and of what becomes of them.
final class AlertForm {
  private static final String ALERT = "alert";
  private static final String SUBJECT = "subject";
  private static final String ACTION = "action";
  private static final String UNTIL = "until";

  private AlertForm() {}

  static AlertBody alert(Fields in) throws WireException {
    return new AlertBody.Alert(
        EntityForm.read(in.object(SUBJECT)),
        in.coded(ACTION, AlertAction.class),
        in.coded("category", SubjectCategory.class),
        in.coded("stage", ProceduralStage.class),
        in.codes("grounds", Ground.class),
        in.codes("markers", AlertMarker.class),
        in.time(UNTIL),
        in.text("reason"));
  }

  static AlertBody stance(Fields in) throws WireException {
    return new Stance(
        BodyForm.id(in, ALERT),
        in.coded("stand", Stance.Stand.class),
        members(in, "flag", AlertFlag.class),
        members(in, "reason", LegalReason.class));
  }

  static AlertBody hit(Fields in) throws WireException {
    return new Hit(
        BodyForm.id(in, ALERT),
        in.coded("outcome", Hit.Outcome.class),
        in.time("at"),
        in.text("place"),
        members(in, "hindrance", Hit.Hindrance.class));
  }

  static AlertBody change(Fields in) throws WireException {
    List<Instant> until = new ArrayList<>();
    for (String time : in.texts(UNTIL)) {
      until.add(WireTime.parse(time));
    }
    return new Change(
        BodyForm.id(in, ALERT),
        in.coded("change", Change.What.class),
        until,
        EntityForm.readAll(in.objects(SUBJECT)),
        members(in, ACTION, AlertAction.class));
  }

  static AlertBody statement(Fields in) throws WireException {
    return new Statement(BodyForm.id(in, "change"), in.coded("done", Statement.Done.class));
  }

  private static <E extends Enum<E> & Coded> List<E> members(Fields in, String name, Class<E> type)
      throws WireException {
    return List.copyOf(in.codes(name, type));
  }

  static Json.Obj write(AlertBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case AlertBody.Alert alert -> alert(out, alert);
      case Stance stance ->
          out.with(ALERT, stance.alert().toString())
              .with("stand", stance.stand().code())
              .with("flag", codes(stance.flag()))
              .with("reason", codes(stance.reason()));
      case Hit hit ->
          out.with(ALERT, hit.alert().toString())
              .with("outcome", hit.outcome().code())
              .with("at", WireTime.write(hit.at()))
              .with("place", hit.place())
              .with("hindrance", codes(hit.hindrance()));
      case Change change -> change(out, change);
      case Statement statement ->
          out.with("change", statement.change().toString()).with("done", statement.done().code());
    };
  }

  private static Json.Obj alert(Json.Obj out, AlertBody.Alert alert) throws WireException {
    return out.with(SUBJECT, EntityForm.write(alert.subject()))
        .with(ACTION, alert.action().code())
        .with("category", alert.category().code())
        .with("stage", alert.stage().code())
        .with("grounds", Lists.codes(alert.grounds()))
        .with("markers", Lists.codes(alert.markers()))
        .with(UNTIL, WireTime.write(alert.until()))
        .with("reason", alert.reason());
  }

  private static Json.Obj change(Json.Obj out, Change change) throws WireException {
    List<String> until = new ArrayList<>();
    for (Instant time : change.until()) {
      until.add(WireTime.write(time));
    }
    return out.with(ALERT, change.alert().toString())
        .with("change", change.what().code())
        .with(UNTIL, Lists.texts(until))
        .with(SUBJECT, EntityForm.writeAll(change.subject()))
        .with(ACTION, codes(change.action()));
  }

  private static Json codes(List<? extends Coded> all) {
    return Lists.texts(all.stream().map(Coded::code).toList());
  }
}
