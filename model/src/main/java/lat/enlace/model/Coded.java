// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.Optional;

/// A member of a closed list that travels by its code. Codes are the same in every language; labels
/// are local.
public interface Coded {
  /// The code as it stands on the wire, in the database and in instruments.
  String code();

  /// The member of {@code type} with {@code code}, or empty if the list has none: the caller
  /// refuses.
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    for (E member : type.getEnumConstants()) {
      if (member.code().equals(code)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }
}
