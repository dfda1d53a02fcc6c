// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// An item received from its originator.
///
/// @param entity none once it was withdrawn or erased, else one
/// @param proof key of what proves that the originator sent it
@PersonalData
public record ItemRow(
    ItemId item,
    NodeId originator,
    CaseReference caseReference,
    DispatchId question,
    Handling handling,
    List<Entity> entity,
    String proof,
    Instant received) {
  /// Copies the list.
  public ItemRow {
    entity = List.copyOf(entity);
  }

  static String key(NodeId originator, ItemId item) {
    return Keys.of(item, originator);
  }

  ItemRow with(Handling narrower, List<Entity> now) {
    return new ItemRow(item, originator, caseReference, question, narrower, now, proof, received);
  }

  @Override
  public String toString() {
    return "ItemRow[" + item + "]";
  }
}
