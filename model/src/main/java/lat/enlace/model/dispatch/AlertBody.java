// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// Whoever finds this person or object, do that; and what became of it (docs/spec/alerts.md).
public sealed interface AlertBody extends Body {
  /// An alert.
  ///
  /// @param subject within {@link AlertBounds}
  /// @param until when it ends unless it is reviewed before
  /// @param reason in the issuer's words
  @PersonalData
  record Alert(
      Entity subject,
      AlertAction action,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      Set<AlertMarker> markers,
      Instant until,
      String reason)
      implements AlertBody {
    /// Copies and checks the bounds.
    public Alert {
      grounds = Set.copyOf(grounds);
      markers = Set.copyOf(markers);
      FreeText.check(reason);
      wholeMilliseconds(until);
      AlertBounds.excess(subject, action, category, grounds, markers)
          .ifPresent(excess -> {
            throw new IllegalArgumentException(excess.rule());
          });
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.ALERT;
    }

    @Override
    public String toString() {
      return "Alert[" + action.code() + "]";
    }
  }

  /// Where a state stands towards an alert. May be said again when it changes.
  ///
  /// @param flag one if it flags, else none
  /// @param reason one if it flags or refuses, else none
  record Stance(DispatchId alert, Stand stand, List<AlertFlag> flag, List<LegalReason> reason)
      implements AlertBody {
    /// Where it stands.
    public enum Stand implements Coded {
      /// Its officers act on it.
      ACCEPTED("accepted"),
      /// They see it, and the flag says what they do not do.
      FLAGGED("flagged"),
      /// Nothing is done on it here.
      REFUSED("refused");

      private final String code;

      Stand(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies and checks that flag and reason are there where they belong.
    public Stance {
      flag = List.copyOf(flag);
      reason = List.copyOf(reason);
      boolean fits =
          flag.size() == (stand == Stand.FLAGGED ? 1 : 0)
              && reason.size() == (stand == Stand.ACCEPTED ? 0 : 1);
      if (!fits) {
        throw new IllegalArgumentException(
            "a flag has a reason, a refusal too, an acceptance none");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.ALERT_STANCE;
    }
  }

  /// The subject was found: the action was taken, or could not be.
  ///
  /// @param at the hour in which it was found, and no nearer
  /// @param place where, as coarse as a town, a river or a crossing: letters only
  /// @param hindrance one if the action was impossible, else none
  @PersonalData
  record Hit(DispatchId alert, Outcome outcome, Instant at, String place, List<Hindrance> hindrance)
      implements AlertBody {
    private static final int MAX_PLACE_LENGTH = 80;
    private static final Pattern PLACE =
        Pattern.compile("[\\p{L}\\p{M}'’.-]+( [\\p{L}\\p{M}'’.-]+){0,9}");

    /// What was done.
    public enum Outcome implements Coded {
      /// What the alert asks.
      ACTION_TAKEN("action-taken"),
      /// Found, and nothing done but this report, as the flag has it.
      LOCATED("located"),
      /// Found, and what the alert asks could not be done.
      ACTION_IMPOSSIBLE("action-impossible");

      private final String code;

      Outcome(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Why it could not be done.
    public enum Hindrance implements Coded {
      /// Gone before it could be done.
      GONE("gone"),
      /// Another person or object after all.
      NOT_THE_SAME("not-the-same"),
      /// The law of the place does not allow it.
      LAW("law"),
      /// It would have put somebody in danger.
      DANGER("danger"),
      /// Nobody was there who could.
      NO_MEANS("no-means");

      private final String code;

      Hindrance(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies and checks the bounds.
    public Hit {
      hindrance = List.copyOf(hindrance);
      boolean coarse =
          at.equals(at.truncatedTo(ChronoUnit.HOURS))
              && place.length() <= MAX_PLACE_LENGTH
              && PLACE.matcher(place).matches();
      if (!coarse || hindrance.size() != (outcome == Outcome.ACTION_IMPOSSIBLE ? 1 : 0)) {
        throw new IllegalArgumentException(
            "an hour, a place in letters, and why it was impossible");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.ALERT_HIT;
    }

    @Override
    public String toString() {
      return "Hit[" + alert + "]";
    }
  }

  /// The issuer changes or ends an alert.
  ///
  /// @param until the new day of review if it is extended, else none
  /// @param subject as it reads now if it is corrected, else none
  /// @param action what it asks now if it is narrowed, else none
  @PersonalData
  record Change(
      DispatchId alert,
      What what,
      List<Instant> until,
      List<Entity> subject,
      List<AlertAction> action)
      implements AlertBody {
    /// What happens to it.
    public enum What implements Coded {
      /// Reviewed, and it stays.
      EXTENDED("extended"),
      /// Its subject is described anew.
      CORRECTED("corrected"),
      /// It asks for less.
      NARROWED("narrowed"),
      /// It was done.
      EXECUTED("executed"),
      /// It is taken back.
      WITHDRAWN("withdrawn");

      private final String code;

      What(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True if nothing of the alert may be found afterwards.
      public boolean ends() {
        return this == EXECUTED || this == WITHDRAWN;
      }

      /// True if it says more of the subject, or keeps it longer, so that a suspension holds it
      /// back.
      public boolean adds() {
        return this == EXTENDED || this == CORRECTED;
      }
    }

    /// Copies and checks that each change brings what belongs to it.
    public Change {
      until = List.copyOf(until);
      subject = List.copyOf(subject);
      action = List.copyOf(action);
      until.forEach(AlertBody::wholeMilliseconds);
      boolean fits =
          until.size() == (what == What.EXTENDED ? 1 : 0)
              && subject.size() == (what == What.CORRECTED ? 1 : 0)
              && action.size() == (what == What.NARROWED ? 1 : 0);
      if (!fits || subject.stream().map(AlertBounds::excess).anyMatch(Optional::isPresent)) {
        throw new IllegalArgumentException("a change brings what belongs to it and nothing else");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.ALERT_CHANGE;
    }

    @Override
    public String toString() {
      return "Change[" + alert + " " + what.code() + "]";
    }
  }

  /// The receiver states what it did on a change.
  record Statement(DispatchId change, Done done) implements AlertBody {
    /// What it did.
    public enum Done implements Coded {
      /// The alert reads now as changed.
      APPLIED("applied"),
      /// Its content is erased, and no search finds it.
      ERASED("erased");

      private final String code;

      Done(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.ALERT_STATEMENT;
    }
  }

  private static void wholeMilliseconds(Instant at) {
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("times on the wire are whole milliseconds");
    }
  }
}
