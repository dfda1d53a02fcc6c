// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.model.PersonalData;

/// A name read into parts.
///
/// @param raw as its source wrote it
/// @param kind under which customs it was read
/// @param parts in the order written, after a comma was undone
/// @param legalForms classes of the legal forms that were taken off
/// @param key the parts joined, to put two names in an order and to see equality at once
@PersonalData
public record Name(
    String raw, NameKind kind, List<Part> parts, Set<String> legalForms, String key) {
  /// Copies.
  public Name {
    parts = List.copyOf(parts);
    legalForms = Set.copyOf(legalForms);
  }

  static Name of(String raw, NameKind kind, List<Part> parts, Set<String> legalForms) {
    String key = parts.stream().map(Part::text).collect(Collectors.joining(" "));
    return new Name(raw, kind, parts, legalForms, key);
  }

  /// The first letters of the words of an organisation of four or more, as a part of its own.
  public Optional<Part> acronym() {
    if (kind != NameKind.ORGANISATION || parts.size() < 4) {
      return Optional.empty();
    }
    String letters =
        parts.stream().map(part -> part.text().substring(0, 1)).collect(Collectors.joining());
    return Optional.of(PartComparison.plain(letters));
  }

  @Override
  public String toString() {
    return "Name[" + kind + ", " + parts.size() + " parts]";
  }
}
