// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.matching.algo1.date.PartialDate;
import lat.enlace.matching.algo1.name.Name;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Schema;

/// An entity or a probe, read once and ready to be compared many times.
///
/// @param schema as given
/// @param names every name, under each custom it may be read by
/// @param dates birth dates that could be read
/// @param countries codes of nationality, citizenship, country, jurisdiction, flag
/// @param genders codes
/// @param numbers documents, registers, devices, accounts
@PersonalData
record Subject(
    Schema schema,
    Map<NameKind, List<Label>> names,
    List<Dated> dates,
    Set<String> countries,
    Set<String> genders,
    List<Numbered> numbers) {
  /// A name and whether its source calls it a poor one.
  @PersonalData
  record Label(Name name, boolean weak) {
    @Override
    public String toString() {
      return "Label";
    }
  }

  /// A date as written and as read.
  @PersonalData
  record Dated(String raw, PartialDate date) {
    @Override
    public String toString() {
      return "Dated";
    }
  }

  /// A number: what it numbers, as written, and folded to letters and digits.
  @PersonalData
  record Numbered(NumberKind kind, String raw, String folded) {
    @Override
    public String toString() {
      return "Numbered[" + kind + "]";
    }
  }

  Subject {
    names = Map.copyOf(names);
    dates = List.copyOf(dates);
    countries = Set.copyOf(countries);
    genders = Set.copyOf(genders);
    numbers = List.copyOf(numbers);
  }

  @Override
  public String toString() {
    return "Subject[" + schema.code() + "]";
  }
}
