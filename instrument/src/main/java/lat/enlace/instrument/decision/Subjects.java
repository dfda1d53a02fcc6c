// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;

/// Whom and what a question may be about (Directive (EU) 2016/680, article 6; invariant I10).
final class Subjects {
  private Subjects() {}

  static boolean suspectConvictOrObject(SubjectCategory category) {
    return switch (category) {
      case SUSPECT_COMMITTED, SUSPECT_ABOUT_TO, CONVICTED, NOT_A_PERSON -> true;
      case VICTIM, POSSIBLE_VICTIM, WITNESS, INFORMANT, CONTACT, ASSOCIATE, MISSING -> false;
    };
  }

  /// A person called convicted must be so by a final judgment; nothing is asked where no
  /// proceedings are open.
  static boolean proceedingsFit(SubjectCategory category, ProceduralStage stage) {
    ProceduralStage least =
        category == SubjectCategory.CONVICTED ? ProceduralStage.CONVICTED : ProceduralStage.INQUIRY;
    return stage.compareTo(least) >= 0;
  }
}
