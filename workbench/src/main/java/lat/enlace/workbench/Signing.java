// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;

/// Signs with an authority's personal key, which a passphrase unlocks for one signature.
@FunctionalInterface
public interface Signing {
  /// The signature of {@code authority} over exactly {@code text}, in the form that {@link
  /// lat.enlace.exchange.port.Approval} checks.
  ///
  /// @param passphrase as typed; never kept, never logged
  Bytes sign(Officer authority, Bytes text, String passphrase) throws SigningException;
}
