// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// Whereabouts of a person: asked for, and told (row M21).
public sealed interface WhereaboutsBody extends Body {
  /// Is this missing person held, where, in what condition, when last seen?
  ///
  /// @param askedBy a state or a family
  @PersonalData
  record Inquiry(Entity person, AskedBy askedBy) implements WhereaboutsBody {
    /// On whose behalf.
    public enum AskedBy implements Coded {
      /// A state, for its national.
      STATE("state"),
      /// A family.
      FAMILY("family");

      private final String code;

      AskedBy(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WHEREABOUTS;
    }

    @Override
    public String toString() {
      return "Inquiry[]";
    }
  }

  /// The answer to a whereabouts inquiry; the text (place, condition, last seen) may be empty.
  @PersonalData
  record Reply(DispatchId inquiry, Finding finding, String text) implements WhereaboutsBody {
    /// What was found.
    public enum Finding implements Coded {
      /// Held by an authority of this state.
      HELD("held"),
      /// Not held by any authority of this state that was asked.
      NOT_HELD("not-held"),
      /// Seen, not held.
      SEEN("seen"),
      /// Found dead.
      REMAINS("remains"),
      /// The person would not be found, or it endangers someone: told as nothing known is.
      NOTHING_TO_TELL("nothing-to-tell");

      private final String code;

      Finding(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Checks the bounds.
    public Reply {
      FreeText.check(text);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WHEREABOUTS_REPLY;
    }

    @Override
    public String toString() {
      return "Reply[" + inquiry + "]";
    }
  }
}
