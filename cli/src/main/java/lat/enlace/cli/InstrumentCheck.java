// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// {@code enlace instrument check}: is this text an agreement?
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read an agreement and tell everything that is wrong in it, with line and mend.")
final class InstrumentCheck implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The agreement.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ObjectNode result = JsonLine.object().put("file", file.toString());
    try {
      AgreementFile agreement = AgreementFile.read(file);
      String id = agreement.instrument().id().value();
      String hash = agreement.text().hash().base64();
      result.put("ok", true).put("id", id).put("hash", hash);
      ProblemsText.json(result, List.of());
      if (!json) {
        out.printf("%s: %s reads well%n  SHA-256 %s%n", file, id, hash);
      }
    } catch (InstrumentException e) {
      List<Problem> problems = e.problems();
      result.put("ok", false);
      ProblemsText.json(result, problems);
      if (!json) {
        ProblemsText.print(out, file, problems);
      }
    }
    if (json) {
      JsonLine.print(out, result);
    }
    return result.get("ok").asBoolean() ? 0 : 1;
  }
}
