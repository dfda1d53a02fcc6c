// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lat.enlace.demo.StepFailedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace torture`. Exit codes: 0 nothing was lost, 1 something was, 2 wrong use, 3 could not.
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    version = "enlace 0.1.0",
    description = {
      "Run two real nodes, cut them off, kill and starve them while officers work, and check that",
      "nothing that was acknowledged is lost, doubled or done against policy."
    })
public final class TortureMain implements Callable<Integer> {
  private static final int LOST = 1;
  private static final int COULD_NOT = 3;

  private final Path home;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cuts",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many cuts, at least one; ${DEFAULT-VALUE} if not said.")
  private int cuts;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The same faults in the same order, as far as real processes allow.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Leave folders, logs and the notebook in DIR, which must be empty or not exist.")
  private @Nullable Path keep;

  /// @param home the source tree, for the page that tells the state machines
  private TortureMain(Path home) {
    this.home = home;
  }

  /// Runs the command.
  public static void main(String[] args) {
    System.exit(
        commandLine(
                Path.of(System.getProperty("enlace.home", ".")),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args));
  }

  /// The command, writing to `out` and `err`.
  static CommandLine commandLine(Path home, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new TortureMain(home));
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((exception, failed, parsed) -> {
      failed.getErr().println("enlace torture: a fault of the program: " + exception);
      return COULD_NOT;
    });
    return line;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (cuts < 1) {
      throw new ParameterException(spec.commandLine(), "--cuts must be at least 1");
    }
    long chosen = seed == null ? System.nanoTime() : seed;
    try {
      Path folder = folder();
      err.println("Making two nodes in " + folder + "; seed " + chosen + " ...");
      try (Scene scene = Scene.make(folder);
          Notebook notebook = new Notebook(folder.resolve("notebook.txt"), Moves.of(home))) {
        err.println(
            scene.disk(Scene.ONE).isMounted()
                ? "Each on a small disk of its own."
                : "No disk can be mounted here: the storage is told to say that it is full.");
        Report report = new Torture(scene, notebook, chosen, err::println).run(cuts);
        print(report);
        return report.ok() ? 0 : LOST;
      }
    } catch (IOException | StepFailedException e) {
      err.println("enlace torture: " + e.getMessage());
      return COULD_NOT;
    }
  }

  private void print(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? report.json()
            : report.cuts()
                + " cuts, "
                + report.acknowledged()
                + " acknowledged: "
                + report.lost()
                + " lost, "
                + report.doubled()
                + " doubled, "
                + report.againstPolicy()
                + " against policy"
                + (report.ok() ? "" : "; NOT OK"));
    out.flush();
  }

  private Path folder() throws IOException {
    Path dir = keep;
    if (dir == null) {
      return Files.createTempDirectory("enlace-torture");
    }
    if (Files.exists(dir) && !Files.isDirectory(dir)) {
      throw new ParameterException(
          spec.commandLine(), "--keep " + dir + " is a file; name an empty folder");
    }
    Files.createDirectories(dir);
    try (var inside = Files.list(dir)) {
      if (inside.findAny().isPresent()) {
        throw new ParameterException(
            spec.commandLine(), "--keep " + dir + " is not empty; name an empty folder");
      }
    }
    return dir.toAbsolutePath();
  }
}
