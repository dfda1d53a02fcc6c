// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.AgencyId;
import lat.enlace.model.ItemId;
import lat.enlace.model.entity.Attachment;

/// That an item given names a file.
///
/// @param at when it was given
public record AttachmentUseRow(AgencyId agency, ItemId item, Attachment attachment, Instant at) {
  static final String USE = "use";

  /// Prefix of the keys of all that an item names.
  public static String prefix(ItemId item) {
    return Keys.of(USE, item, "");
  }

  String key() {
    return prefix(item) + attachment.digest().value().hex();
  }
}
