// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/// One command run in this process, with what it wrote.
record CommandRun(int exit, String out, String err) {
  static final int WRONG_USE = 2;

  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = EnlaceMain.commandLine(new PrintWriter(out), new PrintWriter(err));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return new CommandRun(line.execute(words), out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
