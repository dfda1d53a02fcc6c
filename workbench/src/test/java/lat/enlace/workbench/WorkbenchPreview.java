// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.people.People;

/// Two nodes to look at: Colombia on port 8081, Venezuela on 8082. The cookie {@code as} chooses
/// the officer: analyst, duty, authority, prosecutor, rights, auditor or operator.
final class WorkbenchPreview {
  private static final int CO = 8081;
  private static final int VE = 8082;
  private static final long DOCUMENT = 70_123_456;

  private WorkbenchPreview() {}

  /// Runs until it is stopped.
  @SuppressWarnings("resource") // both serve until the process ends
  public static void main(String[] arguments) throws ExchangeException {
    Federation federation = Federation.ofThree(3);
    federation
        .ve()
        .core()
        .holdings()
        .put(
            federation.ve().duty(),
            Forms.suspect(
                People.person("sujeto-1", "Darío Ejemplo Prueba", "1984-11-03", DOCUMENT)));
    new Stage(federation, federation.co(), CO);
    new Stage(federation, federation.ve(), VE);
  }
}
