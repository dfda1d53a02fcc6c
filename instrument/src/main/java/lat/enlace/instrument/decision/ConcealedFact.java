// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.Coded;

/// A fact about a subject that only this node's rights officer may learn. Whoever asks sees what he
/// would see if there were no such fact (invariant I13).
public enum ConcealedFact implements Coded {
  /// On this node's sealed list of protected persons.
  PROTECTED_PERSON("protected-person"),
  /// Has or seeks refuge here from the state that asks.
  REFUGEE("refugee");

  private final String code;

  ConcealedFact(String code) {
    this.code = code;
  }

  /// The gate it closes.
  public Gate gate() {
    return switch (this) {
      case PROTECTED_PERSON -> Gate.PROTECTED_PERSON;
      case REFUGEE -> Gate.REFUGEE;
    };
  }

  @Override
  public String code() {
    return code;
  }
}
