// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;

/// Where a partner is, as its node record in force says.
///
/// @param endpoint `https://host:port`; empty if no record is in force
/// @param tls the keys it may show
public record PeerAddress(NodeId node, String endpoint, List<Hash> tls) {
  /// Copies the list.
  public PeerAddress {
    tls = List.copyOf(tls);
  }
}
