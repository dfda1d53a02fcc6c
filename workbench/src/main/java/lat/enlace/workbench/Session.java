// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.Optional;
import lat.enlace.exchange.Officer;

/// Who is at the other end of the request being served.
@FunctionalInterface
public interface Session {
  /// The officer logged in, or empty on the public pages.
  Optional<Officer> officer();
}
