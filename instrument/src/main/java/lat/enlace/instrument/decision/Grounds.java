// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.EnumSet;
import java.util.Set;
import lat.enlace.model.Ground;

/// What the grounds of a question can carry.
final class Grounds {
  private static final Set<Ground> MIGRATION =
      EnumSet.of(
          Ground.MIGRATION_STATUS, Ground.CROSSING_PLACE, Ground.SHELTER, Ground.ASYLUM_FILE);

  private Grounds() {}

  /// True if at least one ground ties the subject to the conduct.
  static boolean support(Set<Ground> grounds) {
    for (Ground ground : grounds) {
      if (supports(ground)) {
        return true;
      }
    }
    return false;
  }

  /// True if migration, or one of its proxies, is among the grounds, or nationality carries alone.
  static boolean migration(Set<Ground> grounds) {
    for (Ground ground : grounds) {
      if (MIGRATION.contains(ground)) {
        return true;
      }
    }
    return grounds.contains(Ground.NATIONALITY) && !support(grounds);
  }

  /// True if opinion is among the grounds, or office carries alone.
  static boolean opinion(Set<Ground> grounds) {
    return grounds.contains(Ground.OPINION)
        || (grounds.contains(Ground.OFFICE) && !support(grounds));
  }

  private static boolean supports(Ground ground) {
    return switch (ground) {
      case EVIDENCE, JUDICIAL_ORDER, INTELLIGENCE, SEIZURE, CONVICTION -> true;
      case FAMILY_REQUEST,
          MIGRATION_STATUS,
          CROSSING_PLACE,
          SHELTER,
          ASYLUM_FILE,
          NATIONALITY,
          OPINION,
          OFFICE,
          APPEARANCE,
          DESIGNATION ->
          false;
    };
  }
}
