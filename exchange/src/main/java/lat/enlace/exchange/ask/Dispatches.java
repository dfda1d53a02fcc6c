// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.peer.Written;
import lat.enlace.model.OfficerId;
import lat.enlace.model.dispatch.Header;

/// Dispatches as this node keeps them.
public final class Dispatches {
  private Dispatches() {}

  /// The officer who wrote it, as its header shows him.
  public static Officer asker(Bytes bytes, OfficerId id) {
    Header header = Written.read(bytes).header();
    return new Officer(
        id,
        header.sender().agency(),
        header.sender().unit(),
        Set.of(header.sender().role()),
        header.language());
  }
}
