// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.List;
import lat.enlace.exchange.Attaching.Shelf;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.entity.Attachment;

/// A file that an item received names.
///
/// @param shelf none before it is fetched, then one
/// @param whole true once every chunk was verified
public record HeldAttachmentRow(
    NodeId originator, ItemId item, Attachment attachment, List<Shelf> shelf, boolean whole) {
  /// What all keys begin with.
  public static final String EVERY = "held ";

  private static final String HELD = "held";

  /// Copies the list.
  public HeldAttachmentRow {
    shelf = List.copyOf(shelf);
  }

  /// Prefix of the keys of all that a partner gave.
  public static String prefix(NodeId originator) {
    return Keys.of(HELD, originator, "");
  }

  /// Prefix of the keys of all that an item names.
  public static String prefix(NodeId originator, ItemId item) {
    return Keys.of(HELD, originator, item, "");
  }

  /// Its own key.
  public String key() {
    return prefix(originator, item) + attachment.digest().value().hex();
  }

  /// The same on a shelf.
  public HeldAttachmentRow on(Shelf now) {
    return new HeldAttachmentRow(originator, item, attachment, List.of(now), whole);
  }

  /// The same, verified.
  public HeldAttachmentRow verified() {
    return new HeldAttachmentRow(originator, item, attachment, shelf, true);
  }
}
