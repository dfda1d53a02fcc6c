// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// Checks the form of textual identifiers; the refused text never appears in the message.
final class Form {
  private Form() {}

  static String check(String value, Pattern form, int maxLength, String what) {
    if (value.length() > maxLength || !form.matcher(value).matches()) {
      throw new IllegalArgumentException("not a " + what);
    }
    return value;
  }
}
