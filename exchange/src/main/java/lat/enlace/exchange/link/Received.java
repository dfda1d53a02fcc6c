// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Dispatch;

/// A dispatch that was proved to stand in its sender's log, is addressed to this node and came for
/// the first time.
///
/// @param log origin of the sender's log
/// @param index of its leaf in that log
/// @param state whose node sent it
public record Received(NodeId from, String log, StateCode state, long index, Dispatch dispatch) {
  /// Key, in the openings, of what proves that the sender committed to it.
  public String proof() {
    return Rows.proof(log, index);
  }
}
