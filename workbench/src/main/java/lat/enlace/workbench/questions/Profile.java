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

  private static final Set<FeatureName> NUMBERS =
      Set.of(
          FeatureName.PLATE,
          FeatureName.VIN,
          FeatureName.VESSEL_NUMBER,
          FeatureName.SERIAL,
          FeatureName.ACCOUNT,
          FeatureName.PHONE);

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

    /// True if neither side has anything to say of it.
    public boolean blank() {
      return supplied.isEmpty() && agreements.stream().allMatch(Agreement.NOT_COMPARED::equals);
    }

    @Override
    public String toString() {
      return "Row[" + feature.code() + "]";
    }
  }

  static Profile of(Entity probe, List<CandidateProfile> candidates, boolean several) {
    Set<FeatureName> told =
        candidates.stream()
            .flatMap(candidate -> candidate.features().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
    List<Row> rows =
        told.stream()
            .sorted(Comparator.naturalOrder())
            .map(feature ->
                new Row(feature, supplied(feature, told, probe), agreements(feature, candidates)))
            .toList();
    return new Profile(candidates, rows, several);
  }

  private static List<Agreement> agreements(
      FeatureName feature, List<CandidateProfile> candidates) {
    return candidates.stream()
        .map(candidate ->
            Optional.ofNullable(candidate.features().get(feature)).orElse(Agreement.NOT_COMPARED))
        .toList();
  }

  private static String supplied(FeatureName feature, Set<FeatureName> told, Entity probe) {
    return probe.statements().stream()
        .filter(statement -> feature == counted(feature(statement.property()), told))
        .map(statement -> statement.value())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /// The feature under which the answer tells of {@code own}: a holder may tell of plates, chassis
  /// and serial numbers as of numbers of any sort.
  private static FeatureName counted(FeatureName own, Set<FeatureName> told) {
    return NUMBERS.contains(own) && !told.contains(own) ? FeatureName.IDENTIFIER : own;
  }

  /// The feature in which a property counts by itself.
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
