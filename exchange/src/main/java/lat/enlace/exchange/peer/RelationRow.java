// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lat.enlace.instrument.Relation;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;

/// A relation as stored.
record RelationRow(
    List<StateCode> parties,
    List<StateCode> suspendedBy,
    ConfidenceLevel level,
    List<Offer> offers,
    boolean ended) {
  /// Up to which level a state would go.
  record Offer(StateCode by, ConfidenceLevel level) {}

  static RelationRow of(Relation relation) {
    return new RelationRow(
        relation.parties().stream().sorted().toList(),
        relation.suspendedBy().stream().sorted().toList(),
        relation.level(),
        relation.offers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(offer -> new Offer(offer.getKey(), offer.getValue()))
            .toList(),
        relation.ended());
  }

  Relation relation() {
    Map<StateCode, ConfidenceLevel> offered = new HashMap<>();
    offers.forEach(offer -> offered.put(offer.by(), offer.level()));
    return new Relation(new HashSet<>(parties), new HashSet<>(suspendedBy), level, offered, ended);
  }
}
