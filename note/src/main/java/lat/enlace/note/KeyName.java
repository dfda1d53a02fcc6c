// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import lat.enlace.bytes.Bytes;

/// The name of a key: not empty, no Unicode space, no plus, no control character (C2SP
/// signed-note), at most 255 bytes. By habit a URL without scheme, such as `co.example/ledger`.
public record KeyName(String value) implements Comparable<KeyName> {
  /// Checks the form.
  public KeyName {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("not a key name");
    }
  }

  /// A name as met in untrusted input.
  ///
  /// @throws NoteException with code NAME
  public static KeyName parse(String value) throws NoteException {
    if (!wellFormed(value)) {
      throw new NoteException(NoteException.Code.NAME);
    }
    return new KeyName(value);
  }

  /// The UTF-8 form.
  public Bytes bytes() {
    return Bytes.utf8(value);
  }

  private static boolean wellFormed(String value) {
    int size = Bytes.utf8(value).size();
    return size > 0
        && size <= NoteBounds.MAX_NAME_BYTES
        && value.codePoints().noneMatch(KeyName::forbidden);
  }

  private static boolean forbidden(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return surrogate
        || point == '+'
        || Character.isISOControl(point)
        || Character.isSpaceChar(point)
        || Character.isWhitespace(point);
  }

  @Override
  public int compareTo(KeyName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
