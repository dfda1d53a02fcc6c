// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Dispatch;

/// A dispatch that was proved to stand in its sender's log, is addressed to this node and came for
/// the first time.
///
/// @param index of its leaf in the sender's log
/// @param state whose node sent it
public record Received(NodeId from, StateCode state, long index, Dispatch dispatch) {}
