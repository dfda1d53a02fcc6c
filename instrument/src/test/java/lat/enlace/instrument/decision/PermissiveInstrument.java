// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.instrument.Conditions;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.instrument.Terms;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;

/// The most that two states could try to agree: everything, to everyone, about anyone, without a
/// condition. No text can say it; the model can, and the gates must hold against it.
final class PermissiveInstrument {
  private PermissiveInstrument() {}

  static CompiledInstrument compiled() throws java.io.IOException, InstrumentException {
    Instrument base = SampleInstruments.read("co-ve");
    ExchangeRule everything =
        new ExchangeRule(
            new ClauseId("art-4.1"),
            EnumSet.allOf(DispatchKind.class),
            new Conditions(
                ConfidenceLevel.FLOOR,
                ProceduralStage.NONE,
                EnumSet.allOf(SubjectCategory.class),
                EnumSet.allOf(DataCategory.class),
                EnumSet.allOf(Purpose.class),
                EnumSet.allOf(AgencyKind.class)),
            Set.of(),
            Set.of(),
            Map.of(),
            Integer.MAX_VALUE);
    Terms terms =
        new Terms(
            everyOffence(base.terms().offences()),
            0,
            List.of(everything),
            base.terms().retention(),
            base.terms().handling(),
            List.of());
    return CompiledInstrument.on(
        LocalDate.parse("2026-11-21"),
        new Instrument(
            base.heading(),
            base.parties(),
            base.mandates(),
            base.authorities(),
            terms,
            base.lifetime(),
            base.articles(),
            List.of()));
  }

  /// Those of the sample, and as the reader would not let it stand those that gates close.
  private static List<CoveredOffence> everyOffence(List<CoveredOffence> base) {
    CoveredOffence first = base.getFirst();
    List<CoveredOffence> all = new ArrayList<>(base);
    for (String code : List.of("0904", "08", "08059")) {
      all.add(
          new CoveredOffence(first.clause(), new OffenceCode(code), first.title(), first.laws()));
    }
    return all;
  }
}
