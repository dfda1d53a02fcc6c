// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was read from a source.
///
/// @param format as found by content
/// @param list the list it is, or null if it is a holding of whoever brings it
/// @param read entities handed to the sink
/// @param setAside entities of schemas that are carried but not searched
/// @param warnings the first of each kind, at most {@value #MAX_WARNINGS} of a kind
/// @param counts how often each warning arose
public record ImportReport(
    HoldingsFormat format,
    @Nullable ListClaim list,
    long read,
    long setAside,
    List<ImportWarning> warnings,
    Map<ImportWarning.Code, Long> counts) {
  /// Most warnings of one kind that are listed one by one.
  public static final int MAX_WARNINGS = 20;

  /// Copies the collections.
  public ImportReport {
    warnings = List.copyOf(warnings);
    EnumMap<ImportWarning.Code, Long> ordered = new EnumMap<>(ImportWarning.Code.class);
    ordered.putAll(counts);
    counts = java.util.Collections.unmodifiableMap(ordered);
  }

  /// The list the source is, if it is one.
  public Optional<ListClaim> listed() {
    return Optional.ofNullable(list);
  }
}
