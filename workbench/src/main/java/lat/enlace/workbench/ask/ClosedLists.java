// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.List;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;

/// The closed lists a question is filled in from, whole: what a gate refuses stands there too, so
/// that the refusal has a name.
public final class ClosedLists {
  /// What sort of claim the officer makes of the subject.
  public List<StatementKind> claims() {
    return List.of(StatementKind.values());
  }

  /// How reliable the source is.
  public List<SourceGrade> sources() {
    return List.of(SourceGrade.values());
  }

  /// How accurate the information is.
  public List<InformationGrade> accuracies() {
    return List.of(InformationGrade.values());
  }

  /// Purposes of a question about a suspect or an object.
  public List<Purpose> purposes() {
    return List.of(
        Purpose.ORGANISED_CRIME,
        Purpose.LOCATE_WANTED,
        Purpose.IDENTIFY,
        Purpose.ASSET_TRACING,
        Purpose.IMMIGRATION_CONTROL,
        Purpose.POLITICAL,
        Purpose.OTHER);
  }

  /// Why a person is in a case.
  public List<SubjectCategory> categories() {
    return List.of(SubjectCategory.values());
  }

  /// How far the proceedings have come.
  public List<ProceduralStage> stages() {
    return List.of(ProceduralStage.values());
  }

  /// What crosses a border.
  public List<TransnationalElement> elements() {
    return List.of(TransnationalElement.values());
  }

  /// How fast an answer is wanted.
  public List<Urgency> urgencies() {
    return List.of(Urgency.values());
  }
}
