// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.model.OfficerId;

/// Creates the first account of a new node: its operator, by a one-time code that the node printed.
public interface FirstOperator {
  /// True until the first account exists.
  boolean awaited();

  /// Creates it; the code is used up.
  Outcome create(String code, OfficerId id, String password);

  /// What came of it.
  enum Outcome {
    /// The account exists; log in.
    CREATED,
    /// Not the code, too many tries, or the account exists already: they look alike.
    REFUSED,
    /// The password is too short or too common.
    WEAK_PASSWORD
  }
}
