// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Purpose;

/// Whether an item may be used beyond what its handling allows, and what its originator says
/// (docs/spec/consents.md). Silence means no.
public sealed interface ConsentBody extends Body {
  /// How long the originator has; after it nothing it says is a yes.
  Duration ANSWERED_WITHIN = Duration.ofDays(30);

  /// The longest that may be asked for.
  Duration LONGEST = Duration.ofDays(1096);

  /// True if nothing in it lies in the past of {@code created}, or further ahead than is allowed.
  boolean inTime(Instant created);

  /// May this item be used so?
  ///
  /// @param to the third state or agency, or the proceeding
  @PersonalData
  record Request(ItemId item, ItemUse use, String to, Purpose purpose, Instant until, String reason)
      implements ConsentBody {
    /// Checks the bounds.
    public Request {
      FreeText.check(reason);
      if (!use.names(to) || reason.isBlank()) {
        throw new IllegalArgumentException("say to whom or before which court, and why");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.CONSENT_REQUEST;
    }

    @Override
    public boolean inTime(Instant created) {
      return until.isAfter(created) && !until.isAfter(created.plus(LONGEST));
    }

    @Override
    public String toString() {
      return "Request[" + item + "]";
    }
  }

  /// What the originator says.
  ///
  /// @param until when a yes ends: exactly one of a yes, else none
  /// @param conditions of a yes; any number
  /// @param reason why not: one of a no, else none
  record Consent(
      DispatchId request,
      Word word,
      List<Instant> until,
      List<ConsentCondition> conditions,
      List<LegalReason> reason)
      implements ConsentBody {
    /// Yes, no, or no longer.
    public enum Word implements Coded {
      /// It may be, until a time and under conditions.
      GRANTED("granted"),
      /// It may not.
      REFUSED("refused"),
      /// What was granted is taken back.
      TAKEN_BACK("taken-back");

      private final String code;

      Word(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Checks that a yes, and only it, has an end and conditions, and a no, and only it, a reason.
    public Consent {
      until = List.copyOf(until);
      conditions = List.copyOf(conditions);
      reason = List.copyOf(reason);
      boolean yes = word == Word.GRANTED;
      boolean fits =
          until.size() == (yes ? 1 : 0)
              && (yes || conditions.isEmpty())
              && reason.size() == (word == Word.REFUSED ? 1 : 0)
              && conditions.stream().distinct().count() == conditions.size();
      if (!fits) {
        throw new IllegalArgumentException("a yes has an end, a no has a reason");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.CONSENT;
    }

    @Override
    public boolean inTime(Instant created) {
      return until.stream()
          .allMatch(end -> end.isAfter(created) && !end.isAfter(created.plus(LONGEST)));
    }
  }
}
