// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.wire.WireException;

/// The bodies of inquiries for the whereabouts of a person.
final class WhereaboutsForm {
  private WhereaboutsForm() {}

  static WhereaboutsBody inquiry(Fields in) throws WireException {
    return new WhereaboutsBody.Inquiry(
        EntityForm.read(in.object("person")),
        in.coded("askedBy", WhereaboutsBody.Inquiry.AskedBy.class));
  }

  static WhereaboutsBody reply(Fields in) throws WireException {
    return new WhereaboutsBody.Reply(
        BodyForm.id(in, "inquiry"),
        in.coded("finding", WhereaboutsBody.Reply.Finding.class),
        in.text("text"));
  }

  static Json.Obj write(WhereaboutsBody body) throws WireException {
    Json.Obj out = Json.Obj.empty();
    return switch (body) {
      case WhereaboutsBody.Inquiry inquiry ->
          out.with("person", EntityForm.write(inquiry.person()))
              .with("askedBy", inquiry.askedBy().code());
      case WhereaboutsBody.Reply reply ->
          out.with("inquiry", reply.inquiry().toString())
              .with("finding", reply.finding().code())
              .with("text", reply.text());
    };
  }
}
