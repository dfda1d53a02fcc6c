// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.Set;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.InformationUse;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// Information that nobody asked for, and what came of it (docs/spec/requests.md, "Spontaneous
/// information").
public sealed interface SpontaneousBody extends Body {
  /// Something the receiver should know.
  ///
  /// @param item how the originator names it, for recalls and readings
  /// @param reason why the receiver should know, in the sender's words
  @PersonalData
  record Information(
      ItemId item,
      Entity entity,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      String reason)
      implements SpontaneousBody {
    /// Copies and checks the bounds.
    public Information {
      grounds = Set.copyOf(grounds);
      FreeText.check(reason);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.SPONTANEOUS;
    }

    @Override
    public String toString() {
      return "Information[" + item + "]";
    }
  }

  /// What came of it.
  record Feedback(DispatchId information, InformationUse use, String text)
      implements SpontaneousBody {
    /// Checks the bounds.
    public Feedback {
      FreeText.check(text);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.FEEDBACK;
    }

    @Override
    public String toString() {
      return "Feedback[" + information + " " + use.code() + "]";
    }
  }
}
