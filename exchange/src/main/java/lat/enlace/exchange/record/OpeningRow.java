// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Opening;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;

/// An opening as stored. Salt and content are empty once it was erased: the commitment stays in the
/// ledger and says nothing any more.
public record OpeningRow(
    EntryType type,
    Bytes salt,
    Bytes content,
    List<DispatchId> about,
    List<NodeId> partner,
    Instant at) {
  /// Copies the lists.
  public OpeningRow {
    about = List.copyOf(about);
    partner = List.copyOf(partner);
  }

  /// True if salt and content were destroyed.
  public boolean erased() {
    return salt.isEmpty();
  }

  /// True if {@code by} may know of it. Padding is nothing; a dispatch that is about none of this
  /// node's went out in place of a question, and is for the rights officer alone.
  public boolean shownTo(Officer by) {
    boolean decoy = type == EntryType.DISPATCH && about.isEmpty();
    return type != EntryType.PADDING && (!decoy || by.has(Role.RIGHTS_OFFICER));
  }

  /// The same without what it opens.
  public OpeningRow erase() {
    return new OpeningRow(type, Bytes.EMPTY, Bytes.EMPTY, about, partner, at);
  }

  /// Salt and content.
  public Opening opening() {
    return new Opening(salt, content);
  }
}
