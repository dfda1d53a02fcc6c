// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// Hit or no hit, and what comes of a hit: asked, answered, followed up, disclosed or refused.
public sealed interface HitBody extends Body {
  /// Most candidates an answer profiles; beyond them the answer says "several".
  int MAX_CANDIDATES = 3;

  /// Do you know this subject?
  ///
  /// @param subject described within {@link QuestionBounds}
  /// @param wanted the categories asked for if it is a hit
  /// @param reason why, in the asker's words
  @PersonalData
  record Question(
      Entity subject,
      SubjectCategory category,
      ProceduralStage stage,
      Set<Ground> grounds,
      Set<DataCategory> wanted,
      String reason)
      implements HitBody, Asks {
    /// Copies and checks the bounds.
    public Question {
      grounds = Set.copyOf(grounds);
      wanted = Set.copyOf(wanted);
      FreeText.check(reason);
      QuestionBounds.excess(subject)
          .ifPresent(excess -> {
            throw new IllegalArgumentException(excess.rule());
          });
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.QUESTION;
    }

    @Override
    public String toString() {
      return "Question[]";
    }
  }

  /// The answer to a question.
  record Answer(DispatchId question, Outcome outcome) implements HitBody {
    @Override
    public DispatchKind kind() {
      return DispatchKind.ANSWER;
    }
  }

  /// What an answer says. Anything the asker may not know looks like {@link NoHit} (I13).
  sealed interface Outcome {
    /// Nothing that may be told.
    record NoHit() implements Outcome {}

    /// One to three candidates, best first.
    ///
    /// @param several true if there are more than are listed
    record Hit(List<CandidateProfile> candidates, boolean several) implements Outcome {
      /// Copies and checks the bounds.
      public Hit {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
          throw new IllegalArgumentException("a hit lists one to three candidates");
        }
      }
    }

    /// Refused by the holder's own decision, for reasons the asker may know.
    ///
    /// @param reasons clause or gate codes, fit for the other side: at most 16 of at most 64
    ///   characters of ASCII without spaces, so that every answer fits its one size
    record Refused(RefusalCode code, List<String> reasons) implements Outcome {
      private static final Pattern REASON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
      private static final int MAX_REASONS = 16;

      /// Copies the reasons and checks their form.
      public Refused {
        reasons = List.copyOf(reasons);
        if (reasons.size() > MAX_REASONS
            || !reasons.stream().allMatch(reason -> REASON.matcher(reason).matches())) {
          throw new IllegalArgumentException("reasons are up to 16 codes");
        }
      }
    }
  }

  /// The asking officer judged a candidate to be the subject and asks for the data.
  ///
  /// @param justification why he holds them for the same, in his words
  @PersonalData
  record FollowUp(DispatchId answer, CandidateProfile.Handle candidate, String justification)
      implements HitBody {
    /// Checks the bounds.
    public FollowUp {
      FreeText.check(justification);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.FOLLOW_UP;
    }

    @Override
    public String toString() {
      return "FollowUp[" + answer + "]";
    }
  }

  /// The holding officer releases core data.
  ///
  /// @param item how the originator names what it gave, for recalls and readings
  @PersonalData
  record Disclosure(DispatchId followUp, ItemId item, Entity entity) implements HitBody {
    @Override
    public DispatchKind kind() {
      return DispatchKind.DISCLOSURE;
    }

    @Override
    public String toString() {
      return "Disclosure[" + item + "]";
    }
  }

  /// The holding officer refuses a follow-up.
  record Refusal(DispatchId followUp, RefusalCode code, String explanation) implements HitBody {
    /// Checks the bounds.
    public Refusal {
      FreeText.check(explanation);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.REFUSAL;
    }
  }
}
