// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import java.io.IOException;
import java.util.Optional;

/// A body turned out longer than its address takes, after its reading had begun.
public final class TooLongException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLongException() {
    super("the body is longer than this address takes");
  }

  /// The one behind `failure`, if a body that was too long made it.
  public static Optional<TooLongException> behind(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof TooLongException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
