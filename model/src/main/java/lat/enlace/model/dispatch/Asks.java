// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.Set;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// What asks a partner for data on one subject, so far as gates and agreements decide on it: the
/// same for a question and for a request.
public interface Asks {
  /// Whom or what it is about.
  Entity subject();

  /// Why the subject is in the case.
  SubjectCategory category();

  /// How far the proceedings are.
  ProceduralStage stage();

  /// What the suspicion rests on.
  Set<Ground> grounds();

  /// The categories asked for.
  Set<DataCategory> wanted();

  /// Why it is asked, in the asker's words.
  String reason();
}
