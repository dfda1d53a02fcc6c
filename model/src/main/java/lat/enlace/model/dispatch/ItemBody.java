// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.entity.Entity;

/// What is said about an item after it was given: that it was read, that it is recalled, what came
/// of the recall.
public sealed interface ItemBody extends Body {
  /// Someone at the receiving node read what the recipient had sent (invariant I5).
  record Reading(
      WhatWasRead what,
      UnitId unit,
      Role role,
      CaseReference caseReference,
      String reason,
      Instant at,
      OfficerPseudonym reader)
      implements ItemBody {
    /// Checks the bounds.
    public Reading {
      FreeText.check(reason);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.READING;
    }
  }

  /// The originator corrects, narrows, withdraws or erases an item.
  ///
  /// @param replacement the corrected entity: exactly one for CORRECT, none otherwise
  @PersonalData
  record Recall(ItemId item, RecallAction action, String reason, List<Entity> replacement)
      implements ItemBody {
    /// Checks the bounds.
    public Recall {
      FreeText.check(reason);
      replacement = List.copyOf(replacement);
      if (replacement.size() != (action == RecallAction.CORRECT ? 1 : 0)) {
        throw new IllegalArgumentException("a correction, and only it, brings one replacement");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.RECALL;
    }

    @Override
    public String toString() {
      return "Recall[" + item + "]";
    }
  }

  /// What a holder did on a recall.
  record RecallOutcome(DispatchId recall, Act act, String explanation) implements ItemBody {
    /// Acted or contested.
    public enum Act implements Coded {
      /// Copy, index, derived items and export lists were treated.
      ACTED("acted"),
      /// The item was not held.
      NOT_HELD("not-held"),
      /// The holder contests, for instance because it is evidence before a court.
      CONTESTED("contested");

      private final String code;

      Act(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Checks the bounds.
    public RecallOutcome {
      FreeText.check(explanation);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.RECALL_OUTCOME;
    }
  }
}
