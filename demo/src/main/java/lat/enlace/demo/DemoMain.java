// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// {@code ./enlace demo}: four states on this machine. Exit codes: 0 done, 1 the check failed, 2
/// wrong use, 3 could not start.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Starts four invented states on this machine and says where to log in.")
public final class DemoMain implements Callable<Integer> {
  private static final int COULD_NOT = 3;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  @Option(
      names = "--check",
      description = "Walk the whole story unattended; print one JSON object last.")
  private boolean check;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Leave the nodes' data folders in DIR, which must be empty or not exist.")
  private @Nullable Path keep;

  /// Runs the demonstration.
  public static void main(String[] args) {
    DemoMain demo = new DemoMain();
    CommandLine line = new CommandLine(demo);
    line.getCommandSpec().version("enlace 0.1.0");
    line.setExecutionExceptionHandler((exception, failed, parsed) -> {
      return demo.failed("a fault of the program: " + exception);
    });
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Path folder = folder();
      Path home = Path.of(System.getProperty("enlace.home", "."));
      try (Nodes nodes = Nodes.start(home, folder, DemoPorts.USUAL, err::println)) {
        if (check) {
          CheckReport report = new Check(nodes, err::println).run();
          out.println(report.json());
          return report.ok() ? 0 : 1;
        }
        welcome(folder);
        nodes.awaitEnd();
        return 0;
      }
    } catch (IOException | StepFailedException e) {
      return failed(e.getMessage());
    }
  }

  /// Who asked for a check gets his JSON object whatever happens.
  private int failed(@Nullable String why) {
    err.println("enlace demo: " + why);
    if (check) {
      out.println(CheckReport.broken(String.valueOf(why)).json());
    }
    return COULD_NOT;
  }

  private Path folder() throws IOException, StepFailedException {
    if (keep == null) {
      return Files.createTempDirectory("enlace-demo");
    }
    StepFailedException.unless(
        Files.isDirectory(keep) || !Files.exists(keep), keep + " is a file; name an empty folder");
    Files.createDirectories(keep);
    try (var inside = Files.list(keep)) {
      StepFailedException.unless(
          inside.findAny().isEmpty(), keep + " is not empty; name an empty folder");
    }
    return keep.toAbsolutePath();
  }

  private void welcome(Path folder) {
    out.println("Four invented states are running. Log in with a browser:");
    out.println();
    for (DemoState state : DemoState.ALL) {
      out.printf("  %-10s %s%n", state.name(), DemoPorts.USUAL.page(state));
    }
    out.println();
    out.println("Accounts at each node (password = the account's name and \"-demo-2026\"):");
    for (DemoState.Account account : DemoState.CO.accounts()) {
      out.printf("  %-10s %s%n", account.id(), account.role().code());
    }
    out.println();
    out.println("Each node has a host name and a cookie of its own: one browser serves all four.");
    out.println(
        "Try: as analyst of Colombia ask Venezuela about \"Ramiro Ejemplo Quimera Ficticio\",");
    out.println("born 1979-04-12; then be the duty officer of Venezuela and decide.");
    out.println("Data: " + folder + ". Stop with Ctrl-C.");
  }
}
