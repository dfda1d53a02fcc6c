// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.pair;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.DispatchId;
import lat.enlace.model.PartnerDuty;

/// When something owed began and was met, by the receipts of the two.
///
/// @param owed true if the partner owes it
/// @param met none or one
/// @param proof the dispatch that met it: none or one
record DutyRow(
    DispatchId id,
    PartnerDuty duty,
    boolean owed,
    Instant received,
    List<Instant> met,
    List<DispatchId> proof,
    boolean contested) {
  DutyRow {
    met = List.copyOf(met);
    proof = List.copyOf(proof);
  }

  DutyRow met(Instant at, DispatchId by, boolean contests) {
    return new DutyRow(id, duty, owed, received, List.of(at), List.of(by), contests);
  }
}
