// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.EnumSet;
import java.util.Set;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.entity.Entity;

/// What a question of a liar claims; the plain one is lawful and about {@link Story#PROBE}.
record Told(
    AgencyKind agency,
    Purpose purpose,
    OffenceCode offence,
    Set<TransnationalElement> elements,
    Entity subject,
    SubjectCategory category,
    ProceduralStage stage,
    Set<Ground> grounds,
    Set<DataCategory> wanted) {
  static Told lawful() {
    return new Told(
        AgencyKind.POLICE,
        Purpose.ORGANISED_CRIME,
        new OffenceCode("0601"),
        Set.of(TransnationalElement.EFFECTS_ELSEWHERE),
        Story.PROBE,
        SubjectCategory.SUSPECT_COMMITTED,
        ProceduralStage.CHARGED,
        Set.of(Ground.EVIDENCE),
        Set.of(DataCategory.IDENTITY, DataCategory.DOCUMENT));
  }

  Told by(AgencyKind other) {
    return new Told(other, purpose, offence, elements, subject, category, stage, grounds, wanted);
  }

  Told purpose(Purpose other) {
    return new Told(agency, other, offence, elements, subject, category, stage, grounds, wanted);
  }

  Told offence(String other) {
    return new Told(
        agency,
        purpose,
        new OffenceCode(other),
        elements,
        subject,
        category,
        stage,
        grounds,
        wanted);
  }

  Told elements(Set<TransnationalElement> other) {
    return new Told(agency, purpose, offence, other, subject, category, stage, grounds, wanted);
  }

  Told subject(Entity other) {
    return new Told(agency, purpose, offence, elements, other, category, stage, grounds, wanted);
  }

  Told category(SubjectCategory other) {
    return new Told(agency, purpose, offence, elements, subject, other, stage, grounds, wanted);
  }

  Told stage(ProceduralStage other) {
    return new Told(agency, purpose, offence, elements, subject, category, other, grounds, wanted);
  }

  Told grounds(Ground first, Ground... rest) {
    return new Told(
        agency,
        purpose,
        offence,
        elements,
        subject,
        category,
        stage,
        EnumSet.of(first, rest),
        wanted);
  }

  Told wanted(DataCategory first, DataCategory... rest) {
    return new Told(
        agency,
        purpose,
        offence,
        elements,
        subject,
        category,
        stage,
        grounds,
        EnumSet.of(first, rest));
  }

  HitBody.Question body() {
    return new HitBody.Question(
        subject, category, stage, grounds, wanted, "investigación inventada");
  }

  Basis.UnderInstrument basis(InstrumentRef instrument) {
    return new Basis.UnderInstrument(
        instrument,
        new CaseReference("CASO-2026-0666"),
        purpose,
        offence,
        "Ley inventada 1",
        elements);
  }
}
