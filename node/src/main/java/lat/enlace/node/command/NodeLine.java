// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.PrintWriter;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of a node. Results go to standard output, everything else to standard error.
///
/// Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not.
@Command(
    name = "enlace",
    subcommands = {
      NodeCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class NodeLine {
  static final int DONE = 0;
  static final int NO = 1;
  static final int COULD_NOT = 3;

  private NodeLine() {}

  /// The commands, writing to `out` and `err`.
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new NodeLine());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((exception, failed, parsed) -> {
      failed.getErr().println("enlace: " + words(exception));
      return COULD_NOT;
    });
    return line;
  }

  private static String words(Exception e) {
    String mend =
        switch (e) {
          case ExchangeException exchange
              when exchange.getCause() instanceof StoreException store ->
              " (database: " + store.code() + "; run ./enlace doctor)";
          case ExchangeException exchange when exchange.getCause() != null ->
              " (" + exchange.getCause().getMessage() + "; run ./enlace doctor)";
          default -> "";
        };
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage() + mend;
  }
}
