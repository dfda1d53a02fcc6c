// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.note.KeyName;
import lat.enlace.note.NoteException;

/// The name of a log: the first line of its checkpoints and the name of its keys. A URL without
/// scheme, such as `co.example/ledger`; 1 to 255 bytes, no space, no plus, no control character.
public record Origin(String value) implements Comparable<Origin> {
  /// Checks the form.
  public Origin {
    new KeyName(value);
  }

  /// An origin as met in untrusted input.
  ///
  /// @throws LedgerException with code ORIGIN_FORM
  public static Origin parse(String value) throws LedgerException {
    try {
      return new Origin(KeyName.parse(value).value());
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.ORIGIN_FORM, e);
    }
  }

  /// The name that the log's keys bear.
  public KeyName keyName() {
    return new KeyName(value);
  }

  @Override
  public int compareTo(Origin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
