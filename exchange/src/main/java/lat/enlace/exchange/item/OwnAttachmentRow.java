// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.Attaching.Shelf;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.AgencyId;
import lat.enlace.model.ItemId;
import lat.enlace.model.entity.Attachment;

/// A file that an agency stored here to give.
///
/// @param uses the items given that name it
public record OwnAttachmentRow(
    AgencyId agency, Attachment attachment, Shelf shelf, Instant at, List<ItemId> uses) {
  /// What all keys begin with.
  public static final String OWN = "own";

  /// Copies the list.
  public OwnAttachmentRow {
    uses = List.copyOf(uses);
  }

  /// Prefix of the keys of an agency's.
  public static String prefix(AgencyId agency) {
    return Keys.of(OWN, agency, "");
  }

  static String key(AgencyId agency, Attachment attachment) {
    return prefix(agency) + attachment.digest().value().hex();
  }

  /// Its own key.
  public String key() {
    return key(agency, attachment);
  }

  OwnAttachmentRow used(ItemId item) {
    List<ItemId> all = new ArrayList<>(uses);
    all.remove(item);
    all.add(item);
    return new OwnAttachmentRow(agency, attachment, shelf, at, all);
  }

  OwnAttachmentRow unused(ItemId item) {
    List<ItemId> all = new ArrayList<>(uses);
    all.remove(item);
    return new OwnAttachmentRow(agency, attachment, shelf, at, all);
  }
}
