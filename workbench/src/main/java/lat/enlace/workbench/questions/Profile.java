// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.model.Agreement;
import lat.enlace.model.FeatureName;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// A match profile as the asker may see it: his own values, and per candidate one word each.
///
/// @param several true if there are more candidates than are listed
@PersonalData
public record Profile(List<CandidateProfile> candidates, List<Row> rows, boolean several) {
  private static final Set<Property> NAMES =
      Set.of(
          Property.NAME,
          Property.ALIAS,
          Property.WEAK_ALIAS,
          Property.FIRST_NAME,
          Property.LAST_NAME);
  private static final Set<Property> COUNTRIES =
      Set.of(
          Property.NATIONALITY,
          Property.CITIZENSHIP,
          Property.COUNTRY,
          Property.JURISDICTION,
          Property.FLAG);

  /// Copies the lists.
  public Profile {
    candidates = List.copyOf(candidates);
    rows = List.copyOf(rows);
  }

  /// One feature.
  ///
  /// @param supplied what the asker himself gave for it, empty if nothing
  /// @param agreements one word per candidate
  @PersonalData
  public record Row(FeatureName feature, String supplied, List<Agreement> agreements) {
    /// Copies the list.
    public Row {
      agreements = List.copyOf(agreements);
    }

    @Override
    public String toString() {
      return "Row[" + feature.code() + "]";
    }
  }

  static Profile of(Entity probe, List<CandidateProfile> candidates, boolean several) {
    List<Row> rows =
        candidates.stream()
            .flatMap(candidate -> candidate.features().keySet().stream())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .map(feature -> row(feature, probe, candidates))
            .toList();
    return new Profile(candidates, rows, several);
  }

  private static Row row(FeatureName feature, Entity probe, List<CandidateProfile> candidates) {
    return new Row(
        feature,
        supplied(feature, probe),
        candidates.stream()
            .map(candidate ->
                Optional.ofNullable(candidate.features().get(feature))
                    .orElse(Agreement.NOT_COMPARED))
            .toList());
  }

  private static String supplied(FeatureName feature, Entity probe) {
    return probe.statements().stream()
        .filter(statement -> feature == feature(statement.property()))
        .map(statement -> statement.value())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /// The feature in which a property counts; numbers of all sorts count as one.
  static FeatureName feature(Property property) {
    if (NAMES.contains(property)) {
      return FeatureName.NAME;
    }
    if (COUNTRIES.contains(property)) {
      return FeatureName.NATIONALITY;
    }
    return switch (property.name()) {
      case "birthDate" -> FeatureName.BIRTH_DATE;
      case "birthPlace" -> FeatureName.BIRTH_PLACE;
      case "gender" -> FeatureName.GENDER;
      case "licensePlate" -> FeatureName.PLATE;
      case "vin" -> FeatureName.VIN;
      case "imoNumber", "mmsi" -> FeatureName.VESSEL_NUMBER;
      case "serialNumber" -> FeatureName.SERIAL;
      case "iban", "accountNumber" -> FeatureName.ACCOUNT;
      case "phone", "imei" -> FeatureName.PHONE;
      case "address" -> FeatureName.ADDRESS;
      default -> FeatureName.IDENTIFIER;
    };
  }

  @Override
  public String toString() {
    return "Profile[" + candidates.size() + "]";
  }
}
