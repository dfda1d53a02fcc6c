// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import org.jspecify.annotations.Nullable;

/// Reads one recognised source. May be run more than once and does the same each time.
interface FormatReader {
  HoldingsFormat format();

  /// Reads everything into {@code intake}; the list the source says it is, or null.
  @Nullable ListClaim read(Opener opener, Intake intake) throws GatewayException;
}
