// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.EnumSet;
import java.util.Set;
import lat.enlace.model.entity.Schema;

/// Under which customs a name is read.
public enum NameKind {
  /// Of a natural person.
  PERSON,
  /// Of an organisation.
  ORGANISATION,
  /// Of a vessel, an aircraft or another thing.
  THING;

  /// The kinds a name of this schema may be; several when it is not known whether it is a person.
  public static Set<NameKind> of(Schema schema) {
    return switch (schema) {
      case PERSON -> EnumSet.of(PERSON);
      case ORGANIZATION, COMPANY, PUBLIC_BODY -> EnumSet.of(ORGANISATION);
      case LEGAL_ENTITY -> EnumSet.allOf(NameKind.class);
      case VEHICLE,
          VESSEL,
          AIRPLANE,
          FIREARM,
          IDENTIFICATION,
          PASSPORT,
          BANK_ACCOUNT,
          PHONE,
          ADDRESS ->
          EnumSet.of(THING);
    };
  }
}
