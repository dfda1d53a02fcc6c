// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// How far a long command is, on standard error when a person is watching, else nowhere.
@FunctionalInterface
interface Progress {
  /// Tells that {@code done} are done.
  void at(int done);

  /// Progress towards {@code total}.
  static Progress of(PrintWriter err, int total) {
    if (!isWatched()) {
      return done -> {};
    }
    return done -> {
      err.print("\r" + done + " / " + total + (done == total ? "\n" : ""));
      err.flush();
    };
  }

  // Java tells only whether all three streams are a terminal; output is mostly sent to a file while
  // a person watches standard error. Where the system does not say, nobody is told.
  private static boolean isWatched() {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return device.startsWith("/dev/pts") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
