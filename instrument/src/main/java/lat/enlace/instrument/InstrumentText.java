// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;

/// The exact text that the parties sign. Its hash is what dispatches cite.
///
/// @param value no control character but newline, no mark that shows nothing, newline at its end
public record InstrumentText(String value) {
  /// Longest text in bytes.
  public static final int MAX_BYTES = 512 * 1024;

  /// Checks what {@link #of} checks.
  public InstrumentText {
    if (Bytes.utf8(value).size() > MAX_BYTES
        || !value.endsWith("\n")
        || firstForbidden(value) >= 0) {
      throw new IllegalArgumentException("not a text that can be signed");
    }
  }

  /// The text in `bytes`, as met in a file.
  ///
  /// @throws InstrumentException with code TEXT and the first place that cannot be signed
  public static InstrumentText of(Bytes bytes) throws InstrumentException {
    if (bytes.size() > MAX_BYTES) {
      throw problem(1, 1, Problem.Code.TOO_LARGE, "keep the text under 512 KiB");
    }
    String text;
    try {
      text = bytes.text();
    } catch (MalformedBytesException e) {
      throw problem(1, 1, Problem.Code.CHARACTERS, "save the text as UTF-8");
    }
    int at = firstForbidden(text);
    if (at >= 0) {
      String before = text.substring(0, at);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = at - before.lastIndexOf('\n');
      throw problem(
          line,
          column,
          Problem.Code.CHARACTERS,
          "remove this character, which shows nothing: no tab, no byte order mark, and lines end with"
              + " a newline alone");
    }
    if (!text.endsWith("\n")) {
      throw problem(1, 1, Problem.Code.CHARACTERS, "end the last line with a newline");
    }
    return new InstrumentText(text);
  }

  /// SHA-256 of the UTF-8 form.
  public Hash hash() {
    return Hash.sha256(Bytes.utf8(value));
  }

  // Two texts that look alike must not have two hashes: marks of order and of width are out too.
  private static int firstForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((Character.isISOControl(c) && c != '\n') || Character.getType(c) == Character.FORMAT) {
        return i;
      }
    }
    return -1;
  }

  private static InstrumentException problem(
      int line, int column, Problem.Code code, String advice) {
    return new InstrumentException(List.of(new Problem(line, column, "", code, advice)));
  }
}
