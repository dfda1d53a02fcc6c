// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

/// A step did not see what it must see.
public final class StepFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// With what was seen instead.
  public StepFailedException(String message) {
    super(message);
  }

  /// Because of `cause`.
  public StepFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Fails unless {@code seen}.
  public static void unless(boolean seen, String otherwise) throws StepFailedException {
    if (!seen) {
      throw new StepFailedException(otherwise);
    }
  }
}
