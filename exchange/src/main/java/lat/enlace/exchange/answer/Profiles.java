// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Strength;
import lat.enlace.model.Agreement;
import lat.enlace.model.Band;
import lat.enlace.model.EntityId;
import lat.enlace.model.FeatureName;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;

/// Turns candidates into what may be told: at most three, "several" beyond, four words per feature,
/// one band. A weak candidate for a person is told only where his birth date or number agrees with
/// the asker's, or nearly does: whoever writes any year beside a name would else trawl with names.
final class Profiles {
  private static final int HANDLE_BYTES = 16;
  private final Randomness randomness;

  Profiles(Randomness randomness) {
    this.randomness = randomness;
  }

  /// What is told, and which entity each handle names.
  record Profile(HitBody.Outcome outcome, List<Handled> handles) {
    Profile {
      handles = List.copyOf(handles);
    }
  }

  /// A candidate's name in one answer.
  record Handled(CandidateProfile.Handle handle, EntityId entity) {}

  /// The same work and the same draw of randomness whatever was found (invariant I13).
  Profile of(Entity probe, List<Candidate> candidates) {
    List<CandidateProfile.Handle> fresh = freshHandles();
    List<Candidate> told =
        candidates.stream()
            .filter(candidate -> !probe.schema().mayBePerson() || isBacked(candidate))
            .toList();
    List<CandidateProfile> profiles = new ArrayList<>();
    List<Handled> handles = new ArrayList<>();
    for (int i = 0; i < Math.min(told.size(), HitBody.MAX_CANDIDATES); i++) {
      profiles.add(profile(fresh.get(i), told.get(i)));
      handles.add(new Handled(fresh.get(i), told.get(i).id()));
    }
    return profiles.isEmpty()
        ? new Profile(new HitBody.Outcome.NoHit(), List.of())
        : new Profile(
            new HitBody.Outcome.Hit(profiles, told.size() > HitBody.MAX_CANDIDATES), handles);
  }

  private static boolean isBacked(Candidate candidate) {
    Map<ComparedFeature, Agreement> features = candidate.agreements();
    return candidate.strength() == Strength.STRONG
        || Stream.of(ComparedFeature.BIRTH_DATE, ComparedFeature.IDENTIFIER)
            .map(features::get)
            .anyMatch(word -> word == Agreement.AGREES || word == Agreement.CLOSE);
  }

  private List<CandidateProfile.Handle> freshHandles() {
    Bytes random = randomness.next(HANDLE_BYTES * HitBody.MAX_CANDIDATES);
    List<CandidateProfile.Handle> handles = new ArrayList<>();
    for (int i = 0; i < HitBody.MAX_CANDIDATES; i++) {
      byte[] own = random.slice(i * HANDLE_BYTES, (i + 1) * HANDLE_BYTES).toArray();
      handles.add(
          new CandidateProfile.Handle(Base64.getUrlEncoder().withoutPadding().encodeToString(own)));
    }
    return handles;
  }

  private static CandidateProfile profile(CandidateProfile.Handle handle, Candidate candidate) {
    Map<FeatureName, Agreement> features = new EnumMap<>(FeatureName.class);
    candidate.agreements().forEach((feature, agreement) -> features.put(name(feature), agreement));
    Band band =
        switch (candidate.strength()) {
          case WEAK -> Band.WEAK;
          case STRONG -> Band.STRONG;
        };
    return new CandidateProfile(handle, band, features);
  }

  private static FeatureName name(ComparedFeature feature) {
    return switch (feature) {
      case NAME -> FeatureName.NAME;
      case BIRTH_DATE -> FeatureName.BIRTH_DATE;
      case COUNTRY -> FeatureName.NATIONALITY;
      case GENDER -> FeatureName.GENDER;
      case IDENTIFIER -> FeatureName.IDENTIFIER;
    };
  }
}
