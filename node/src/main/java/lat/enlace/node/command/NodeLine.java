// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.PrintWriter;
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
      FsckCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      WitnessCommand.class
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
      String command = failed.getCommandSpec().qualifiedName();
      failed.getErr().println(command + ": " + FailureWords.of(exception));
      return COULD_NOT;
    });
    everyCommandSaysItsVersion(line);
    return line;
  }

  private static void everyCommandSaysItsVersion(CommandLine line) {
    line.getCommandSpec().version("enlace 0.1.0");
    line.getSubcommands().values().forEach(NodeLine::everyCommandSaysItsVersion);
  }
}
