// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.List;
import java.util.regex.Pattern;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.PersonalData;

/// The duty to warn (row M23): who is under threat, and what was done. Closed fields only: a
/// warning has no room for a source, a reason, a number of a document or a story
/// (docs/spec/warnings.md).
public sealed interface WarningBody extends Body {
  /// Protect this person, or whoever is at this place.
  ///
  /// @param names of one person: up to three, of letters, 80 characters each
  /// @param places where he or the threat is: up to three of 120 characters
  /// @param phones to reach him: up to two
  @PersonalData
  record Warning(
      List<String> names,
      List<String> places,
      List<String> phones,
      Threat threat,
      Imminence imminence)
      implements WarningBody {
    private static final int MOST = 3;
    private static final int MOST_PHONES = 2;
    private static final Bounded NAME =
        new Bounded(80, Pattern.compile("[\\p{L}\\p{M}'’.-]+( [\\p{L}\\p{M}'’.-]+){0,7}"));
    private static final Bounded PLACE =
        new Bounded(120, Pattern.compile("[\\p{L}\\p{M}\\p{N}'’.,#°/ -]+"));
    private static final Bounded PHONE = new Bounded(16, Pattern.compile("\\+?[0-9]{6,15}"));

    /// What is threatened.
    public enum Threat implements Coded {
      /// To be killed.
      KILLING("killing"),
      /// To be kidnapped or made to disappear.
      KIDNAPPING("kidnapping"),
      /// To be tortured.
      TORTURE("torture"),
      /// An attack on the place.
      ATTACK("attack");

      private final String code;

      Threat(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// How soon.
    public enum Imminence implements Coded {
      /// At this moment.
      NOW("now"),
      /// Within a day.
      TODAY("today"),
      /// Within days.
      DAYS("days"),
      /// Nobody knows.
      UNKNOWN("unknown");

      private final String code;

      Imminence(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies and checks the bounds.
    public Warning {
      names = NAME.checked(names, MOST);
      places = PLACE.checked(places, MOST);
      phones = PHONE.checked(phones, MOST_PHONES);
      if (names.isEmpty() && places.isEmpty()) {
        throw new IllegalArgumentException("a warning names a person or a place");
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WARNING;
    }

    @Override
    public String toString() {
      return "Warning[]";
    }

    /// What a text of one sort may look like.
    private record Bounded(int longest, Pattern form) {
      List<String> checked(List<String> texts, int most) {
        boolean good =
            texts.size() <= most
                && texts.stream()
                    .allMatch(text -> text.length() <= longest && form.matcher(text).matches());
        if (!good) {
          throw new IllegalArgumentException("names, places and telephones of a warning, no more");
        }
        return List.copyOf(texts);
      }
    }
  }

  /// The protecting service acted.
  record Action(DispatchId warning, Act act) implements WarningBody {
    /// What it did.
    public enum Act implements Coded {
      /// An officer has it in hand.
      TAKEN_UP("taken-up"),
      /// The person was warned.
      PERSON_WARNED("person-warned"),
      /// The person or place is protected.
      PROTECTED("protected"),
      /// Given to the service that can.
      PASSED_ON("passed-on"),
      /// The person or place was not found.
      NOT_FOUND("not-found");

      private final String code;

      Act(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WARNING_ACTION;
    }
  }

  /// The rights officer of one side reviewed it.
  record Review(DispatchId warning, Finding finding) implements WarningBody {
    /// What was found.
    public enum Finding implements Coded {
      /// A warning was due.
      WARRANTED("warranted"),
      /// It cannot be told.
      DOUBTFUL("doubtful"),
      /// It was used for something else.
      MISUSED("misused");

      private final String code;

      Finding(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WARNING_REVIEW;
    }
  }
}
