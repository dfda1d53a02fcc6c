// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What the originator of an item demands of everyone who holds it.
public enum RecallAction implements Coded {
  /// Replace what was wrong.
  CORRECT("correct"),
  /// Restrict use further.
  NARROW("narrow"),
  /// Stop using it.
  WITHDRAW("withdraw"),
  /// Destroy it; proof that it was there remains.
  ERASE("erase");

  private final String code;

  RecallAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
