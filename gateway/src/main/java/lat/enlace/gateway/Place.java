// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

/// Where in a source something is. Never what stands there.
///
/// @param part name of the part
/// @param line counted from 1, or 0 if the whole part is meant
/// @param offset bytes before it in the part, or -1 if not known
public record Place(String part, long line, long offset) {
  /// The part as a whole.
  static Place whole(String part) {
    return new Place(part, 0, -1);
  }

  /// A line of the part.
  static Place line(String part, long line) {
    return new Place(part, line, -1);
  }

  /// In words: {@code sdn.csv, line 3, byte 120}, the byte counted from 1.
  public String text() {
    StringBuilder text = new StringBuilder(part);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (offset >= 0) {
      text.append(", byte ").append(offset + 1);
    }
    return text.toString();
  }
}
