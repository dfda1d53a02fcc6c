// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

/// Words of people in a body: bounded, and deciding nothing.
final class FreeText {
  private FreeText() {}

  /// @throws IllegalArgumentException without the text, if it is too long
  static void check(String text) {
    if (text.length() > Body.MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException("free text has at most 2000 characters");
    }
  }
}
