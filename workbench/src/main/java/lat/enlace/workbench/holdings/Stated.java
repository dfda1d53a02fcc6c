// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.holdings;

import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;

/// What an officer types, as a statement of his agency.
final class Stated {
  private Stated() {}

  static Statement now(Property property, String value, Officer by, Clock clock) {
    return new Statement(
        property,
        value.strip(),
        StatementKind.FACT,
        Grading.UNASSESSED,
        by.agency().id().value(),
        clock.now());
  }
}
