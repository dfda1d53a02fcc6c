// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

/// Stands for the end of the writer's process at a chosen operation. Unchecked, so that no code
/// under test handles it by mistake.
public final class KilledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The process is gone.
  public KilledException() {
    super("killed");
  }
}
