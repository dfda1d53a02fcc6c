// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.Console;
import java.io.PrintWriter;

/// How far a long command is, on standard error when a person is watching, else nowhere.
@FunctionalInterface
interface Progress {
  /// Tells that {@code done} are done.
  void at(int done);

  /// Progress towards {@code total}.
  static Progress of(PrintWriter err, int total) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return done -> {};
    }
    return done -> {
      err.print("\r" + done + " / " + total + (done == total ? "\n" : ""));
      err.flush();
    };
  }
}
