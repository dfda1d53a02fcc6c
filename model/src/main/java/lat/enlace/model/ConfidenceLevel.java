// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// How far two states trust each other under an instrument: raised together, lowered alone. The
/// humanitarian floor is open at every level.
public enum ConfidenceLevel implements Coded {
  /// Nothing but the humanitarian floor.
  FLOOR("floor"),
  /// Contact between single points of contact.
  CONTACT("contact"),
  /// Alerts.
  ALERTS("alerts"),
  /// Hit/no-hit questions and what follows from a confirmed hit.
  HIT_NO_HIT("hit-no-hit"),
  /// Requests and spontaneous information.
  INFORMATION("information"),
  /// Joint operations.
  JOINT_OPERATIONS("joint-operations");

  private final String code;

  ConfidenceLevel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True if this level opens what {@code needed} opens.
  public boolean reaches(ConfidenceLevel needed) {
    return compareTo(needed) >= 0;
  }

  /// One step up; the highest stays.
  public ConfidenceLevel next() {
    return switch (this) {
      case FLOOR -> CONTACT;
      case CONTACT -> ALERTS;
      case ALERTS -> HIT_NO_HIT;
      case HIT_NO_HIT -> INFORMATION;
      case INFORMATION, JOINT_OPERATIONS -> JOINT_OPERATIONS;
    };
  }
}
