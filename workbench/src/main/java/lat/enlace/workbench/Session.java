// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.Optional;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.StoreException;

/// Who is at the other end of the request being served.
@FunctionalInterface
public interface Session {
  /// The officer logged in, or empty on the public pages.
  Optional<Officer> officer();

  /// The same for what stands around a page: nobody while the accounts cannot be read, so that the
  /// page that says so can be shown.
  default Optional<Officer> officerIfKnown() {
    try {
      return officer();
    } catch (StoreException e) {
      return Optional.empty();
    }
  }
}
