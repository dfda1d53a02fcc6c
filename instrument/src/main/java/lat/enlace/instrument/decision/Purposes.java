// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.DispatchKind;
import lat.enlace.model.Purpose;

/// Which purposes belong to which lane. A humanitarian kind cannot carry a hunt, and a question
/// cannot call itself governance.
final class Purposes {
  private Purposes() {}

  static boolean fits(Purpose purpose, DispatchKind.Lane lane) {
    return switch (purpose) {
      case ORGANISED_CRIME, LOCATE_WANTED, IDENTIFY, ASSET_TRACING ->
          lane == DispatchKind.Lane.PERSON;
      case HUMANITARIAN, CORRECTION -> lane == DispatchKind.Lane.HUMANITARIAN;
      case GOVERNANCE -> lane == DispatchKind.Lane.GOVERNANCE;
      case IMMIGRATION_CONTROL, POLITICAL, OTHER -> false;
    };
  }
}
