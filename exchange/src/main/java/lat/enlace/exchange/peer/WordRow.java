// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.List;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.ChannelBody;

/// A word about how an instrument stands, as said or taken.
///
/// @param seen the last word of the other side that its sender had taken: none or one
public record WordRow(
    StateCode by,
    DispatchId id,
    ChannelBody.Standing.Change change,
    ConfidenceLevel level,
    List<DispatchId> seen) {
  /// Copies.
  public WordRow {
    seen = List.copyOf(seen);
  }
}
