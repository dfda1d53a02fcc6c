// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.instrument.Change;
import lat.enlace.instrument.InstrumentDiff;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.InstrumentText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// {@code enlace instrument diff}: what two texts say differently, value by value.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Compare two agreements value by value; order and layout do not count.")
final class InstrumentDiffCommand implements Callable<Integer> {
  private static final String FORMAT = "format: enlace/";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier text.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later text.")
  private Path after = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Change> changes;
    Path reading = before;
    try {
      InstrumentText earlier = agreement(before);
      reading = after;
      changes = InstrumentDiff.between(earlier, agreement(after));
    } catch (InstrumentException e) {
      ProblemsText.print(spec.commandLine().getErr(), reading, e.problems());
      return EnlaceMain.COULD_NOT;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode result = JsonLine.object().put("same", changes.isEmpty());
      ArrayNode array = result.putArray("changes");
      for (Change change : changes) {
        array
            .addObject()
            .put("path", change.path().strip())
            .put("before", change.before())
            .put("after", change.after());
      }
      JsonLine.print(out, result);
    } else {
      changes.forEach(change -> print(out, change));
      out.println(changes.isEmpty() ? "no difference" : changes.size() + " differences");
    }
    return 0;
  }

  /// A draft may still have faults, but a text of another kind would be one long difference.
  private static InstrumentText agreement(Path file) throws IOException, InstrumentException {
    InstrumentText text = AgreementFile.read(file).text();
    if (text.value().lines().noneMatch(line -> line.startsWith(FORMAT))) {
      throw new IOException(file + ": not an agreement; it has no line " + FORMAT + "...");
    }
    return text;
  }

  private static void print(PrintWriter out, Change change) {
    out.println(change.path());
    if (!change.before().isEmpty()) {
      out.println("  - " + change.before());
    }
    if (!change.after().isEmpty()) {
      out.println("  + " + change.after());
    }
  }
}
