// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

/// Who may read a reason.
public enum Audience {
  /// The officer who asks, at either node.
  ASKER,
  /// This node's rights officer alone; to the asker the outcome is an ordinary no-hit.
  RIGHTS_OFFICER
}
