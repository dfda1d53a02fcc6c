// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The list a source is, when it is one: what it states are claims of whoever keeps it, in a
/// collection of their own.
///
/// @param name of the list; the source of every statement read from it
/// @param dated when the list was made, if the file says so
public record ListClaim(String name, @Nullable Instant dated) {
  /// When the list was made, if the file says so.
  public Optional<Instant> datedOn() {
    return Optional.ofNullable(dated);
  }
}
