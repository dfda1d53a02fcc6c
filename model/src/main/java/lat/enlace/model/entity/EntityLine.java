// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import lat.enlace.model.PersonalData;

/// One line of a FollowTheMoney file, read.
public sealed interface EntityLine {
  /// An entity of a schema that Enlace works with.
  record Known(Entity entity) implements EntityLine {}

  /// An entity of any other schema, such as {@code Ownership} or {@code Sanction}: carried word for
  /// word so that nothing is lost on the way through, never searched or compared.
  ///
  /// @param id its identifier, unchecked
  /// @param schema the name of its schema
  /// @param json the line as it was read
  @PersonalData
  record Foreign(String id, String schema, String json) implements EntityLine {
    @Override
    public String toString() {
      return "Foreign[" + schema + "]";
    }
  }
}
