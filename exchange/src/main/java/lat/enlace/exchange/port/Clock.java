// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import java.time.Instant;

/// The time as this node knows it. May jump; the core never assumes that it only moves forward.
@FunctionalInterface
public interface Clock {
  /// Now, to the millisecond.
  Instant now();
}
