// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

/// Limits on what is read from strangers (`docs/spec/note.md`, "Limits").
public final class NoteBounds {
  /// Longest note text in bytes.
  public static final int MAX_TEXT_BYTES = 1 << 20;

  /// Most signature lines in one note; the format asks for at least 16.
  public static final int MAX_SIGNATURES = 64;

  /// Longest signature in bytes, key id left out; the longest known today has under 5,000.
  public static final int MAX_SIGNATURE_BYTES = 8192;

  /// Longest key name in UTF-8 bytes: the ML-DSA-44 message has one byte for its length.
  public static final int MAX_NAME_BYTES = 255;

  /// Longest note in bytes: text, separator and signature lines.
  public static final int MAX_NOTE_BYTES =
      MAX_TEXT_BYTES
          + 1
          + MAX_SIGNATURES * (MAX_NAME_BYTES + 6 + (MAX_SIGNATURE_BYTES + 4 + 2) / 3 * 4);

  private NoteBounds() {}
}
