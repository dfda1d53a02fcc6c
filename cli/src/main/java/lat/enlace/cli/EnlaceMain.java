// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/// The command line. Results go to standard output alone, everything else to standard error.
///
/// Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not.
@Command(
    name = "enlace",
    mixinStandardHelpOptions = true,
    version = EnlaceMain.VERSION,
    description = "The channel between neighbouring states that do not fully trust each other.",
    footer = {
      "",
      "Run by the launcher: demo, test, node, doctor, backup, restore, witness,",
      "bench, simulate.",
      "Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not."
    },
    subcommands = {
      ImportCommand.class,
      ExportCommand.class,
      InstrumentCommand.class,
      KeysCommand.class,
      MatchCommand.class,
      CompareCommand.class,
      IdentifiersCommand.class,
      LedgerCommand.class,
      ProofCommand.class,
      CommandLine.HelpCommand.class
    })
public final class EnlaceMain {
  /// The command did not finish for a reason that is not the caller's: a file, a disk, a format.
  static final int COULD_NOT = 3;

  static final String VERSION = "enlace 0.1.0";

  /// Runs one command and leaves with its exit code.
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  private static int run(PrintWriter out, PrintWriter err, String... args) {
    int code;
    try {
      code = commandLine(out, err).execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("enlace: " + FailureWords.of(e));
      code = COULD_NOT;
    }
    if (out.checkError()) {
      err.println("enlace: standard output was closed or full before everything was written");
      return COULD_NOT;
    }
    return code;
  }

  /// The command line, writing to {@code out} and {@code err}; for callers that run commands in
  /// their own process.
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new EnlaceMain());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((exception, failed, parsed) -> {
      String command = failed.getCommandSpec().qualifiedName();
      failed.getErr().println(command + ": " + FailureWords.of(exception));
      return COULD_NOT;
    });
    line.registerConverter(LocalDate.class, EnlaceMain::day);
    everyCommandSaysItsVersion(line);
    return line;
  }

  private static void everyCommandSaysItsVersion(CommandLine line) {
    line.getCommandSpec().version(VERSION);
    line.getSubcommands().values().forEach(EnlaceMain::everyCommandSaysItsVersion);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("write a day as 2026-11-21");
    }
  }
}
