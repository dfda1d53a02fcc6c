// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.time.Instant;
import java.time.ZoneOffset;

/// What an alert asks whoever finds the subject to do. Closed; protective alerts (missing, child,
/// remains) are of the humanitarian floor and no members of this list.
public enum AlertAction implements Coded {
  /// Arrest, with a view to extradition: rests on a judge's order or a final judgment.
  ARREST("arrest-for-extradition", 5, Of.PERSON),
  /// Say where the person is, for a judicial procedure.
  LOCATE("locate", 3, Of.PERSON),
  /// Ask the person or whoever is with the object, openly.
  INQUIRY_CHECK("inquiry-check", 1, Of.ANYTHING),
  /// Note where, when and with whom, and do not show it.
  DISCREET_CHECK("discreet-check", 1, Of.ANYTHING),
  /// Seize the object.
  SEIZE_OBJECT("seize-object", 10, Of.OBJECT);

  private final String code;
  private final int years;
  private final Of of;

  AlertAction(String code, int years, Of of) {
    this.code = code;
    this.years = years;
    this.of = of;
  }

  private enum Of {
    PERSON,
    OBJECT,
    ANYTHING
  }

  @Override
  public String code() {
    return code;
  }

  /// True if it can be asked about an object, or else about a person.
  public boolean fits(boolean object) {
    return switch (of) {
      case PERSON -> !object;
      case OBJECT -> object;
      case ANYTHING -> true;
    };
  }

  /// The last moment at which an alert of {@code from} must have been reviewed; without a review it
  /// ends then. Regulation (EU) 2018/1862, article 53: five years for arrest, three for a judicial
  /// procedure, one for checks, ten for objects (recalled).
  public Instant reviewedBy(Instant from) {
    return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  /// True if an alert for {@code wider} may be narrowed to this.
  public boolean narrows(AlertAction wider) {
    return switch (wider) {
      case ARREST -> this == LOCATE;
      case INQUIRY_CHECK -> this == DISCREET_CHECK;
      case LOCATE, DISCREET_CHECK, SEIZE_OBJECT -> false;
    };
  }
}
