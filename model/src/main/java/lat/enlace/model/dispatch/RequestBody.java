// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.entity.Entity;

/// A request for information and what is said back and forth about it (docs/spec/requests.md).
public sealed interface RequestBody extends Body {
  /// Give us what you hold on this subject, by the form of its type.
  ///
  /// @param subject described within {@link QuestionBounds} and {@link RequestBounds}
  /// @param wanted the categories asked for
  /// @param urgent why it is urgent: one if the header claims urgency, else none
  /// @param earlier the request that this one follows up: none or one
  /// @param reason why, in the asker's words
  @PersonalData
  record Request(
      EnquiryId enquiry,
      RequestType type,
      Entity subject,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      Set<DataCategory> wanted,
      List<UrgentReason> urgent,
      List<DispatchId> earlier,
      String reason)
      implements RequestBody, Asks {
    /// Copies and checks the bounds.
    public Request {
      grounds = Set.copyOf(grounds);
      wanted = Set.copyOf(wanted);
      urgent = List.copyOf(urgent);
      earlier = List.copyOf(earlier);
      FreeText.check(reason);
      RequestBody.check(urgent.size() <= 1, "one reason makes it urgent");
      RequestBody.check(earlier.size() <= 1, "it follows up one request");
      QuestionBounds.excess(subject)
          .ifPresent(excess -> {
            throw new IllegalArgumentException(excess.rule());
          });
      RequestBounds.excess(type, subject, wanted)
          .ifPresent(excess -> {
            throw new IllegalArgumentException(excess.rule());
          });
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.REQUEST;
    }

    @Override
    public String toString() {
      return "Request[]";
    }
  }

  /// Where the request stands at the state asked. Each step is signed by its log, so that both ends
  /// reckon the same clock.
  ///
  /// @param text what is asked back, or to which authority it was passed on; empty for other steps
  /// @param expected when a judicial authority will have decided: one for that step, else none
  @PersonalData
  record Progress(DispatchId request, Step step, String text, List<LocalDate> expected)
      implements RequestBody {
    /// What happened.
    public enum Step implements Coded {
      /// Somebody works on it.
      ACCEPTED("accepted"),
      /// The asker is asked something; the clock stands until he answers.
      CLARIFY("clarify"),
      /// A judicial authority must authorise it; the clock stands until it did.
      JUDICIAL("judicial"),
      /// The clock runs again.
      RESUMED("resumed"),
      /// Another authority of this state has it now; the clock runs on.
      REDIRECTED("redirected");

      private final String code;

      Step(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True if it needs words.
      public boolean saysMore() {
        return this == CLARIFY || this == REDIRECTED;
      }

      /// True if the clock stands from here on.
      public boolean pauses() {
        return this == CLARIFY || this == JUDICIAL;
      }
    }

    /// Copies and checks the bounds.
    public Progress {
      expected = List.copyOf(expected);
      FreeText.check(text);
      RequestBody.check(step.saysMore() != text.isBlank(), "only some steps need words");
      RequestBody.check(
          expected.size() == (step == Step.JUDICIAL ? 1 : 0), "a judicial step has a date");
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.REQUEST_PROGRESS;
    }

    @Override
    public String toString() {
      return "Progress[" + request + " " + step.code() + "]";
    }
  }

  /// The asker answers what he was asked; the clock runs again from its receipt.
  @PersonalData
  record Clarification(DispatchId request, String text) implements RequestBody {
    /// Checks the bounds.
    public Clarification {
      FreeText.check(text);
      RequestBody.check(!text.isBlank(), "a clarification says something");
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.CLARIFICATION;
    }

    @Override
    public String toString() {
      return "Clarification[" + request + "]";
    }
  }

  /// What is given, and what is refused. A reply that is not the last gives something.
  ///
  /// @param last true if nothing more is owed
  /// @param given one item or none
  /// @param refused at most {@link #MAX_REFUSED}, each of other categories
  @PersonalData
  record Reply(DispatchId request, boolean last, List<Given> given, List<Refused> refused)
      implements RequestBody {
    /// Most parts that are refused each for its own reason.
    public static final int MAX_REFUSED = 8;

    /// An item by the name its originator gives it, for recalls and readings.
    @PersonalData
    public record Given(ItemId item, Entity entity) {
      @Override
      public String toString() {
        return "Given[" + item + "]";
      }
    }

    /// A part that is refused. That nothing is held is said without a word, since who must hide
    /// that something is held says the same (invariant I13).
    ///
    /// @param of the categories refused; none for all that was asked for
    public record Refused(RefusalCode code, Set<DataCategory> of, String explanation) {
      /// Copies and checks the bounds.
      public Refused {
        of = Set.copyOf(of);
        FreeText.check(explanation);
        RequestBody.check(
            code != RefusalCode.R1 || explanation.isEmpty(), "R1 is said without a word");
      }

      @Override
      public String toString() {
        return "Refused[" + code.code() + "]";
      }
    }

    /// Copies and checks the bounds.
    public Reply {
      given = List.copyOf(given);
      refused = List.copyOf(refused);
      RequestBody.check(given.size() <= 1, "a reply gives one item");
      RequestBody.check(refused.size() <= MAX_REFUSED, "too many parts are refused");
      RequestBody.check(!given.isEmpty() || (last && !refused.isEmpty()), "a reply says something");
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.REPLY;
    }

    @Override
    public String toString() {
      return "Reply[" + request + "]";
    }
  }

  /// The asker wants it no more. Carries nothing else, so that no suspension keeps it back.
  record Withdrawal(DispatchId request) implements RequestBody {
    @Override
    public DispatchKind kind() {
      return DispatchKind.REQUEST_WITHDRAWAL;
    }
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
