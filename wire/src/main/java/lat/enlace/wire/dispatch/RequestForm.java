// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.DataCategory;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.Ground;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.dispatch.RequestBody.Reply;
import lat.enlace.wire.WireException;

/// The bodies of requests and of what is said about them.
final class RequestForm {
  private static final String REQUEST = "request";

  private RequestForm() {}

  static RequestBody request(Fields in) throws WireException {
    List<UrgentReason> urgent = new ArrayList<>();
    for (String code : in.texts("urgent")) {
      urgent.add(Fields.member(code, UrgentReason.class));
    }
    return new RequestBody.Request(
        new EnquiryId(in.text("enquiry")),
        in.coded("type", RequestType.class),
        EntityForm.read(in.object("subject")),
        in.coded("category", SubjectCategory.class),
        in.coded("stage", ProceduralStage.class),
        in.codes("grounds", Ground.class),
        in.codes("wanted", DataCategory.class),
        urgent,
        BodyForm.ids(in.texts("earlier")),
        in.text("reason"));
  }

  static RequestBody progress(Fields in) throws WireException {
    List<LocalDate> expected = new ArrayList<>();
    for (String day : in.texts("expected")) {
      expected.add(day(day));
    }
    return new Progress(
        BodyForm.id(in, REQUEST), in.coded("step", Progress.Step.class), in.text("text"), expected);
  }

  /// In the one form that is written, so that equal days are equal bytes.
  private static LocalDate day(String text) throws WireException {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.toString().equals(text) && text.length() == "2026-11-22".length()) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new WireException(WireException.Code.VALUE_INVALID);
    }
    throw new WireException(WireException.Code.VALUE_INVALID);
  }

  static RequestBody clarification(Fields in) throws WireException {
    return new RequestBody.Clarification(BodyForm.id(in, REQUEST), in.text("text"));
  }

  static RequestBody reply(Fields in) throws WireException {
    List<Reply.Given> given = new ArrayList<>();
    for (Fields one : in.objects("given")) {
      given.add(new Reply.Given(BodyForm.item(one), EntityForm.read(one.object("entity"))));
      one.finish();
    }
    List<Reply.Refused> refused = new ArrayList<>();
    for (Fields one : in.objects("refused")) {
      refused.add(
          new Reply.Refused(
              one.coded("code", RefusalCode.class),
              one.codes("of", DataCategory.class),
              one.text("explanation")));
      one.finish();
    }
    return new Reply(BodyForm.id(in, REQUEST), in.bool("last"), given, refused);
  }

  static RequestBody withdrawal(Fields in) throws WireException {
    return new RequestBody.Withdrawal(BodyForm.id(in, REQUEST));
  }

  static Json.Obj write(RequestBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case RequestBody.Request request -> request(out, request);
      case Progress progress ->
          out.with(REQUEST, progress.request().toString())
              .with("step", progress.step().code())
              .with("text", progress.text())
              .with(
                  "expected",
                  Lists.texts(progress.expected().stream().map(LocalDate::toString).toList()));
      case RequestBody.Clarification clarification ->
          out.with(REQUEST, clarification.request().toString()).with("text", clarification.text());
      case Reply reply -> reply(out, reply);
      case RequestBody.Withdrawal withdrawal -> out.with(REQUEST, withdrawal.request().toString());
    };
  }

  private static Json.Obj request(Json.Obj out, RequestBody.Request request) throws WireException {
    return out.with("enquiry", request.enquiry().value())
        .with("type", request.type().code())
        .with("subject", EntityForm.write(request.subject()))
        .with("category", request.category().code())
        .with("stage", request.stage().code())
        .with("grounds", Lists.codes(request.grounds()))
        .with("wanted", Lists.codes(request.wanted()))
        .with("urgent", Lists.texts(request.urgent().stream().map(UrgentReason::code).toList()))
        .with("earlier", Lists.texts(request.earlier().stream().map(Object::toString).toList()))
        .with("reason", request.reason());
  }

  private static Json.Obj reply(Json.Obj out, Reply reply) throws WireException {
    List<Json> given = new ArrayList<>();
    for (Reply.Given one : reply.given()) {
      given.add(
          Json.Obj.empty()
              .with("item", one.item().value())
              .with("entity", EntityForm.write(one.entity())));
    }
    List<Json> refused = new ArrayList<>();
    for (Reply.Refused one : reply.refused()) {
      refused.add(
          Json.Obj.empty()
              .with("code", one.code().code())
              .with("of", Lists.codes(one.of()))
              .with("explanation", one.explanation()));
    }
    return out.with(REQUEST, reply.request().toString())
        .with("last", new Json.Bool(reply.last()))
        .with("given", new Json.Arr(given))
        .with("refused", new Json.Arr(refused));
  }
}
