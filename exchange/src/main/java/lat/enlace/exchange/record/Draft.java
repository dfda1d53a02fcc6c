// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// An entry to be made.
///
/// @param content the exact bytes that are committed to
/// @param about the dispatches it concerns
/// @param partner the node it concerns: none or one
/// @param send true if the content is a dispatch that goes to that partner once it is committed
public record Draft(
    EntryType type, Bytes content, List<DispatchId> about, List<NodeId> partner, boolean send) {
  /// Copies the lists.
  public Draft {
    about = List.copyOf(about);
    partner = List.copyOf(partner);
    if (send && (partner.size() != 1 || type != EntryType.DISPATCH)) {
      throw new IllegalArgumentException("only a dispatch is sent, and to one partner");
    }
  }

  /// An entry that stays here.
  public static Draft kept(
      EntryType type, Bytes content, List<DispatchId> about, List<NodeId> partner) {
    return new Draft(type, content, about, partner, false);
  }

  /// A dispatch that goes out in place of a question, about nothing that officers see.
  public static Draft decoy(Bytes dispatch, NodeId to) {
    return new Draft(EntryType.DISPATCH, dispatch, List.of(), List.of(to), true);
  }

  /// A dispatch that goes out.
  public static Draft sent(Bytes dispatch, DispatchId id, NodeId to) {
    return new Draft(EntryType.DISPATCH, dispatch, List.of(id), List.of(to), true);
  }
}
