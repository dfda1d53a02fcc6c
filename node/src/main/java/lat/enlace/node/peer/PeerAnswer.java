// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Links;

/// What came of a request to a peer.
public sealed interface PeerAnswer {
  /// The peer answered 200 with this body, which nothing was checked of yet.
  record Body(Bytes bytes) implements PeerAnswer {}

  /// It did not.
  ///
  /// @param detail for the operator: constant text or the name of an exception, no content
  record Failed(Links.Trouble trouble, String detail) implements PeerAnswer {}
}
