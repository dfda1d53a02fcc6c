// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.CaseReference;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.Purpose;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;

/// What a dispatch rests on (docs/spec/dispatch.md, "Basis"). Whatever is missing here has its own
/// code, because without it there was no right to send.
final class BasisForm {
  private static final String UNDER_INSTRUMENT = "under-instrument";
  private static final String HUMANITARIAN = "humanitarian";
  private static final String LIFE = "life";
  private static final String GOVERNANCE = "governance";

  private BasisForm() {}

  static Basis read(Fields header) throws WireException {
    try {
      Fields in = header.object("basis");
      Basis basis =
          switch (in.text("type")) {
            case UNDER_INSTRUMENT -> underInstrument(in);
            case HUMANITARIAN -> new Basis.Humanitarian(caseReference(in), legalBasis(in));
            case LIFE -> new Basis.Life();
            case GOVERNANCE -> new Basis.Governance();
            default -> throw new WireException(Code.VALUE_INVALID);
          };
      in.finish();
      return basis;
    } catch (WireException e) {
      throw e.code() == Code.MISSING_FIELD ? new WireException(Code.BASIS_MISSING) : e;
    }
  }

  private static Basis underInstrument(Fields in) throws WireException {
    Fields instrument = in.object("instrument");
    InstrumentRef ref =
        new InstrumentRef(new InstrumentId(instrument.text("id")), instrument.hash("text"));
    instrument.finish();
    return new Basis.UnderInstrument(
        ref,
        caseReference(in),
        in.coded("purpose", Purpose.class),
        new OffenceCode(present(in.text("offence"))),
        legalBasis(in),
        in.codes("elements", TransnationalElement.class));
  }

  private static CaseReference caseReference(Fields in) throws WireException {
    return new CaseReference(present(in.text("case")));
  }

  private static String legalBasis(Fields in) throws WireException {
    return present(in.text("legalBasis"));
  }

  private static String present(String text) throws WireException {
    if (text.isBlank()) {
      throw new WireException(Code.BASIS_MISSING);
    }
    return text;
  }

  static Json.Obj write(Basis basis) {
    return switch (basis) {
      case Basis.UnderInstrument under ->
          Json.Obj.empty()
              .with("type", UNDER_INSTRUMENT)
              .with(
                  "instrument",
                  Json.Obj.empty()
                      .with("id", under.instrument().id().value())
                      .with("text", under.instrument().text().base64()))
              .with("case", under.caseReference().value())
              .with("purpose", under.purpose().code())
              .with("offence", under.offence().value())
              .with("legalBasis", under.legalBasis())
              .with("elements", Lists.codes(under.elements()));
      case Basis.Humanitarian humanitarian ->
          Json.Obj.empty()
              .with("type", HUMANITARIAN)
              .with("case", humanitarian.caseReference().value())
              .with("legalBasis", humanitarian.legalBasis());
      case Basis.Life() -> Json.Obj.empty().with("type", LIFE);
      case Basis.Governance() -> Json.Obj.empty().with("type", GOVERNANCE);
    };
  }
}
