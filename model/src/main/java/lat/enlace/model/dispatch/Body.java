// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.UnitId;
import lat.enlace.model.entity.Entity;

/// What a dispatch says, one record per kind (docs/spec/kinds.md). Free text is bounded and never
/// decides anything.
public sealed interface Body {
  /// Longest free text in characters.
  int MAX_TEXT_LENGTH = 2000;

  /// Most candidates an answer profiles; beyond them the answer says "several".
  int MAX_CANDIDATES = 3;

  /// The kind this record is the body of.
  DispatchKind kind();

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
      implements Body {
    /// Copies and checks the bounds.
    public Question {
      grounds = Set.copyOf(grounds);
      wanted = Set.copyOf(wanted);
      checkText(reason);
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
  record Answer(DispatchId question, Outcome outcome) implements Body {
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
      implements Body {
    /// Checks the bounds.
    public FollowUp {
      checkText(justification);
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
  record Disclosure(DispatchId followUp, ItemId item, Entity entity) implements Body {
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
  record Refusal(DispatchId followUp, RefusalCode code, String explanation) implements Body {
    /// Checks the bounds.
    public Refusal {
      checkText(explanation);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.REFUSAL;
    }
  }

  /// Someone at the receiving node read what the recipient had sent (invariant I5).
  record Reading(
      WhatWasRead what,
      UnitId unit,
      Role role,
      CaseReference caseReference,
      String reason,
      Instant at,
      OfficerPseudonym reader)
      implements Body {
    /// Checks the bounds.
    public Reading {
      checkText(reason);
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
      implements Body {
    /// Checks the bounds.
    public Recall {
      checkText(reason);
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
  record RecallOutcome(DispatchId recall, Act act, String explanation) implements Body {
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
      checkText(explanation);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.RECALL_OUTCOME;
    }
  }

  /// Is this missing person held, where, in what condition, when last seen?
  ///
  /// @param askedBy a state or a family
  @PersonalData
  record Whereabouts(Entity person, AskedBy askedBy) implements Body {
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
      return "Whereabouts[]";
    }
  }

  /// The answer to a whereabouts inquiry; the text (place, condition, last seen) may be empty.
  @PersonalData
  record WhereaboutsReply(DispatchId inquiry, Finding finding, String text) implements Body {
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
    public WhereaboutsReply {
      checkText(text);
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.WHEREABOUTS_REPLY;
    }

    @Override
    public String toString() {
      return "WhereaboutsReply[" + inquiry + "]";
    }
  }

  /// The sender changed the standing of an instrument: narrowed by one alone, raised by both.
  ///
  /// @param seen the last word of the other side about it that the sender took: none or one
  record Standing(
      InstrumentRef instrument,
      Change change,
      ConfidenceLevel level,
      String reason,
      List<DispatchId> seen)
      implements Body {
    /// What changed.
    public enum Change implements Coded {
      /// Suspended by the sender, alone, at once.
      SUSPENDED("suspended"),
      /// The sender would resume at {@code level}.
      RESUME("resume"),
      /// The sender's level is now {@code level}, lower than before.
      LOWERED("lowered"),
      /// The sender would raise to {@code level}.
      RAISE("raise"),
      /// The sender withdrew from the instrument: only the floor is open, for good.
      WITHDRAWN("withdrawn");

      private final String code;

      Change(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies and checks the bounds.
    public Standing {
      checkText(reason);
      seen = List.copyOf(seen);
      if (seen.size() > 1) {
        throw new IllegalArgumentException("one word of the other side is the last");
      }
    }

    /// By who has heard nothing of the other side yet.
    public Standing(InstrumentRef instrument, Change change, ConfidenceLevel level, String reason) {
      this(instrument, change, level, reason, List.of());
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.STANDING;
    }
  }

  /// A new node record of the sender, as the exact signed note.
  record NodeRecord(Bytes note) implements Body {
    @Override
    public DispatchKind kind() {
      return DispatchKind.NODE_RECORD;
    }
  }

  private static void checkText(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException("free text has at most 2000 characters");
    }
  }
}
