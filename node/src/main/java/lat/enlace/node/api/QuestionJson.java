// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import org.jspecify.annotations.Nullable;

/// Questions as programs send and get them.
final class QuestionJson {
  private QuestionJson() {}

  /// A question to one or many partners; codes are those of docs/spec/kinds.md.
  @PersonalData
  record Form(
      @Nullable List<String> partners,
      @Nullable String caseReference,
      @Nullable String legalBasis,
      @Nullable String offence,
      @Nullable String purpose,
      @Nullable List<String> elements,
      @Nullable EntityJson subject,
      @Nullable String category,
      @Nullable String stage,
      @Nullable List<String> grounds,
      @Nullable List<String> wanted,
      @Nullable String urgency,
      @Nullable String reason) {
    AskForm toForm(Instant now) throws ApiException {
      Set<NodeId> nodes = new HashSet<>();
      for (String partner : partners == null ? List.<String>of() : partners) {
        nodes.add(Given.as(NodeId::new, partner, "partners"));
      }
      if (nodes.isEmpty()) {
        throw new ApiException("partners");
      }
      if (subject == null) {
        throw new ApiException("subject");
      }
      return new AskForm(
          nodes,
          Given.orEmpty(caseReference),
          Given.orEmpty(legalBasis),
          Given.as(OffenceCode::new, offence, "offence"),
          Given.code(Purpose.class, purpose, "purpose"),
          Given.codes(TransnationalElement.class, elements, "elements"),
          subject.toEntity(now),
          Given.code(SubjectCategory.class, category, "category"),
          Given.code(ProceduralStage.class, stage, "stage"),
          Given.codes(Ground.class, grounds, "grounds"),
          Given.codes(DataCategory.class, wanted, "wanted"),
          urgency == null ? Urgency.N7D : Given.code(Urgency.class, urgency, "urgency"),
          Given.orEmpty(reason));
    }

    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /// What is decided about one partner.
  record Ruling(String partner, DecisionJson decision) {}

  /// A question and where it stands.
  ///
  /// @param overdue true if the partner still owes it and its clock has run out
  /// @param answer {@code none}, {@code no-hit}, {@code hit} or {@code refused}
  /// @param item what was disclosed, if anything was
  record View(
      String id,
      String partner,
      String state,
      Instant created,
      Instant due,
      boolean overdue,
      String caseReference,
      DecisionJson decision,
      String answer,
      List<Candidate> candidates,
      boolean several,
      List<String> refusal,
      List<String> item) {
    static View of(AskedQuestion asked, DecisionJson decision, Instant now) {
      HitBody.@Nullable Outcome outcome =
          asked.answer().isEmpty() ? null : asked.answer().getFirst();
      return new View(
          asked.id().toString(),
          asked.partner().value(),
          asked.state().code(),
          asked.created(),
          asked.due(),
          asked.overdue(now),
          asked.form().caseReference(),
          decision,
          word(outcome),
          outcome instanceof HitBody.Outcome.Hit hit
              ? hit.candidates().stream().map(Candidate::of).toList()
              : List.of(),
          outcome instanceof HitBody.Outcome.Hit hit && hit.several(),
          refusals(asked, outcome),
          asked.item().stream().map(ItemId::value).toList());
    }

    private static String word(HitBody.@Nullable Outcome outcome) {
      return switch (outcome) {
        case null -> "none";
        case HitBody.Outcome.NoHit() -> "no-hit";
        case HitBody.Outcome.Hit hit -> "hit";
        case HitBody.Outcome.Refused refused -> "refused";
      };
    }

    private static List<String> refusals(AskedQuestion asked, HitBody.@Nullable Outcome outcome) {
      if (outcome instanceof HitBody.Outcome.Refused refused) {
        return List.of(refused.code().code());
      }
      return asked.refusal().stream().map(refusal -> refusal.code().code()).toList();
    }
  }

  /// A candidate's profile: four words per feature, one band.
  record Candidate(String handle, String band, Map<String, String> features) {
    static Candidate of(CandidateProfile profile) {
      Map<String, String> words = new TreeMap<>();
      new EnumMap<>(profile.features())
          .forEach((feature, agreement) -> words.put(feature.code(), agreement.code()));
      return new Candidate(profile.handle().value(), profile.band().code(), words);
    }
  }
}
