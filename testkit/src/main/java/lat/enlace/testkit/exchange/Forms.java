// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.entity.Entity;

/// Lawful questions and subjects about invented people.
public final class Forms {
  private static final OffenceCode DRUGS = new OffenceCode("0601");

  private Forms() {}

  /// A lawful question about {@code subject}.
  public static AskForm lawful(Entity subject, TestNode... partners) {
    return about(subject, "CASO-2026-0001", Set.of(Ground.EVIDENCE), partners);
  }

  /// The same for a case and grounds.
  public static AskForm about(
      Entity subject, String caseReference, Set<Ground> grounds, TestNode... partners) {
    return new AskForm(
        Arrays.stream(partners).map(TestNode::id).collect(Collectors.toSet()),
        caseReference,
        "Ley inventada 906, art. 205",
        DRUGS,
        Purpose.ORGANISED_CRIME,
        Set.of(TransnationalElement.EFFECTS_ELSEWHERE),
        subject,
        SubjectCategory.SUSPECT_COMMITTED,
        ProceduralStage.CHARGED,
        grounds,
        Set.of(DataCategory.IDENTITY, DataCategory.DOCUMENT),
        Urgency.U8H,
        "investigación inventada");
  }

  /// {@code person} as a suspect of a case.
  public static CaseSubject suspect(Entity person) {
    return new CaseSubject(
        person,
        new CaseReference("EXP-2026-77"),
        DRUGS,
        SubjectCategory.SUSPECT_COMMITTED,
        ProceduralStage.CHARGED);
  }
}
