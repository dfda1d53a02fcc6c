// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;

/// What may be exchanged, and under which conditions.
///
/// @param minimumPenaltyMonths an offence counts in a state only if its law there allows at least
///   this much (conduct must be serious on both sides)
public record Terms(
    List<CoveredOffence> offences,
    int minimumPenaltyMonths,
    List<ExchangeRule> exchanges,
    List<RetentionRule> retention,
    HandlingRule handling,
    List<RightsClause> rights) {
  /// Copies.
  public Terms {
    offences = List.copyOf(offences);
    exchanges = List.copyOf(exchanges);
    retention = List.copyOf(retention);
    rights = List.copyOf(rights);
  }
}
