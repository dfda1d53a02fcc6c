// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.model.OfficerId;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// Dispatches as this node keeps them.
public final class Dispatches {
  private Dispatches() {}

  /// Reads one back.
  public static Dispatch read(Bytes bytes) {
    try {
      return DispatchCodec.decode(bytes);
    } catch (WireException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  /// The officer who wrote it, as its header shows him.
  public static Officer asker(Bytes bytes, OfficerId id) {
    Header header = read(bytes).header();
    return new Officer(
        id,
        header.sender().agency(),
        header.sender().unit(),
        Set.of(header.sender().role()),
        header.language());
  }
}
