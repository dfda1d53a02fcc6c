// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import lat.enlace.exchange.Recalling.RecallView;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RecallAction;

/// A recall sent or received.
record RecallRow(
    DispatchId id,
    ItemId item,
    NodeId partner,
    boolean sent,
    RecallAction action,
    RecallView.State state,
    Instant at) {
  RecallRow in(RecallView.State next) {
    return new RecallRow(id, item, partner, sent, action, next, at);
  }

  RecallView view() {
    return new RecallView(id, item, partner, sent, action, state, at);
  }
}
