// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Runs one command in this process, as a script would see it.
record Shell(int exit, String out, String err) {
  static Shell run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        EnlaceMain.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
    int exit = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new Shell(exit, out.toString(), err.toString());
  }
}
