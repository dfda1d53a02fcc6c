// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.Urgency;

/// What every dispatch says of itself before its body.
///
/// @param version of the kind's body, 1 to 65,535; an unknown version is refused
/// @param created by the sender's clock; a receiver whose clock is far off refuses
public record Header(
    DispatchId id,
    DispatchKind kind,
    int version,
    NodeId from,
    NodeId to,
    Sender sender,
    Basis basis,
    Handling handling,
    Urgency urgency,
    Instant created,
    Language language) {
  /// Checks the bounds.
  public Header {
    if (version < 1 || version > 0xffff) {
      throw new IllegalArgumentException("a version is between 1 and 65535");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("a node sends nothing to itself");
    }
    if (!created.equals(created.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("times on the wire are whole milliseconds");
    }
  }
}
