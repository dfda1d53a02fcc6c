// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.util.Optional;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;

/// Whose node record in force names a TLS key.
@FunctionalInterface
public interface PinOwners {
  /// The owner of the key with this SHA-256 of its SubjectPublicKeyInfo, or empty if no record in
  /// force names it.
  Optional<NodeId> ownerOf(Hash pin);
}
