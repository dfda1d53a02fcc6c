// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What makes the asker look for this subject. Some grounds never open a question; they are listed
/// so that the refusal can name them.
public enum Ground implements Coded {
  /// Evidence that ties the subject to the conduct.
  EVIDENCE("evidence"),
  /// A decision of a judge or prosecutor.
  JUDICIAL_ORDER("judicial-order"),
  /// Graded intelligence with its source recorded.
  INTELLIGENCE("intelligence"),
  /// Found with or through a seized object.
  SEIZURE("seizure"),
  /// A final judgment.
  CONVICTION("conviction"),
  /// A relative or a state looks for a missing person: humanitarian floor only.
  FAMILY_REQUEST("family-request"),
  /// Never a ground: migration status.
  MIGRATION_STATUS("migration-status"),
  /// Never a ground: found at a crossing or on a route.
  CROSSING_PLACE("crossing-place"),
  /// Never a ground: found at a shelter or reception place.
  SHELTER("shelter"),
  /// Never a ground: an asylum file.
  ASYLUM_FILE("asylum-file"),
  /// Never a ground alone: nationality or origin.
  NATIONALITY("nationality"),
  /// Never a ground: opinion, belief, expression or membership of a party.
  OPINION("opinion"),
  /// Never a ground alone: public office.
  OFFICE("office"),
  /// Never a ground alone: tattoos, clothing, neighbourhood or kin.
  APPEARANCE("appearance"),
  /// Never a ground alone: a designation or listing by another state.
  DESIGNATION("designation");

  private final String code;

  Ground(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
