// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;

/// A holding that can be asked. Adding, correcting and withdrawing may run while questions run; a
/// question sees each change whole or not at all, and a change is visible to every question that
/// starts after it returned.
public interface HoldingsIndex {
  /// Adds {@code entity}, or replaces what is held under the same id.
  void put(Entity entity);

  /// Forgets the entity; nothing of it is found afterwards.
  ///
  /// @return whether it was held
  boolean withdraw(EntityId id);

  /// How many entities are held.
  int size();

  /// The candidates at or above the threshold, best first, equal scores in the order of ids. Same
  /// holding, same probe, same answer. Bounded in time by the dictionary of name parts, not by the
  /// number of people; values shared by very many entities find nobody on their own.
  List<Candidate> search(Probe probe, SearchOptions options);

  /// Hit or no hit.
  default Outcome ask(Probe probe, SearchOptions options) {
    return Outcome.of(search(probe, options));
  }
}
