// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.ChannelBody;

/// What one of two parties said of the instrument between them.
///
/// @param level meant by offers and lowerings
/// @param seen how many words of the other side it had taken when it said so
public record Word(
    StateCode by, ChannelBody.Standing.Change change, ConfidenceLevel level, int seen) {
  /// True for what takes effect only if the other side says so too.
  boolean offers() {
    return switch (change) {
      case RESUME, RAISE -> true;
      case SUSPENDED, LOWERED, WITHDRAWN -> false;
    };
  }
}
