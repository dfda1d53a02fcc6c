// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.ActionCode;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.Sender;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;
import lat.enlace.wire.WireTime;

/// The header every kind shares (docs/spec/dispatch.md, "Header").
final class HeaderForm {
  private static final int MAX_VERSION = 0xffff;

  private HeaderForm() {}

  static Header read(Fields in) throws WireException {
    // Kind and version first: they say what the rest means.
    DispatchKind kind =
        Coded.find(DispatchKind.class, in.text("kind"))
            .orElseThrow(() -> new WireException(Code.UNKNOWN_KIND));
    int version = in.whole("version", MAX_VERSION);
    if (!KindVersions.reads(kind, version)) {
      throw new WireException(Code.UNKNOWN_VERSION);
    }
    Basis basis = BasisForm.read(in);
    if (!basis.carries(kind.lane())) {
      throw new WireException(Code.BASIS_MISSING);
    }
    Header header =
        new Header(
            DispatchId.parse(in.text("id")),
            kind,
            version,
            new NodeId(in.text("from")),
            new NodeId(in.text("to")),
            sender(in.object("sender")),
            basis,
            handling(in.object("handling")),
            in.coded("urgency", Urgency.class),
            in.time("created"),
            in.coded("language", Language.class));
    in.finish();
    return header;
  }

  private static Sender sender(Fields in) throws WireException {
    Fields agency = in.object("agency");
    Agency read =
        new Agency(
            new AgencyId(agency.text("id")),
            new StateCode(agency.text("state")),
            agency.coded("kind", AgencyKind.class));
    agency.finish();
    Sender sender =
        new Sender(
            read,
            new UnitId(in.text("unit")),
            in.coded("role", Role.class),
            new OfficerPseudonym(in.text("officer")));
    in.finish();
    return sender;
  }

  private static Handling handling(Fields in) throws WireException {
    Handling handling =
        new Handling(in.codes("codes", HandlingCode.class), in.coded("action", ActionCode.class));
    in.finish();
    return handling;
  }

  static Json.Obj write(Header header) throws WireException {
    Sender sender = header.sender();
    return Json.Obj.empty()
        .with("id", header.id().toString())
        .with("kind", header.kind().code())
        .with("version", new Json.Whole(header.version()))
        .with("from", header.from().value())
        .with("to", header.to().value())
        .with(
            "sender",
            Json.Obj.empty()
                .with("agency", agency(sender.agency()))
                .with("unit", sender.unit().value())
                .with("role", sender.role().code())
                .with("officer", sender.officer().value()))
        .with("basis", BasisForm.write(header.basis()))
        .with(
            "handling",
            Json.Obj.empty()
                .with("codes", Lists.codes(header.handling().codes()))
                .with("action", header.handling().action().code()))
        .with("urgency", header.urgency().code())
        .with("created", WireTime.write(header.created()))
        .with("language", header.language().code());
  }

  private static Json.Obj agency(Agency agency) {
    return Json.Obj.empty()
        .with("id", agency.id().value())
        .with("state", agency.state().value())
        .with("kind", agency.kind().code());
  }
}
