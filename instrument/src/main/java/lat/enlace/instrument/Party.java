// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.note.VerifierKey;

/// A state that is bound by an instrument: its node and the root keys its signature needs.
///
/// @param node the origin of the node's ledger
/// @param rootKeys every one of them must sign what the party signs
public record Party(StateCode state, NodeId node, LocalText name, List<VerifierKey> rootKeys) {
  /// Checks that a key is there.
  public Party {
    rootKeys = List.copyOf(rootKeys);
    if (rootKeys.isEmpty()) {
      throw new IllegalArgumentException("a party has at least one root key");
    }
  }
}
