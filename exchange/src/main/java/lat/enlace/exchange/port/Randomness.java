// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import lat.enlace.bytes.Bytes;

/// Random bytes fit for keys, salts and handles.
@FunctionalInterface
public interface Randomness {
  /// {@code count} fresh random bytes.
  Bytes next(int count);
}
