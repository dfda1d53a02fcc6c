// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/// Runs one command on a node in this process, as a script would see it.
record NodeShell(int exit, String out, String err) {
  static NodeShell run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new NodeShell(exit, out.toString(), err.toString());
  }
}
