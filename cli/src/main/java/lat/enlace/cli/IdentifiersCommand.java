// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.matching.identifier.Fault;
import lat.enlace.matching.identifier.Identifiers;
import lat.enlace.matching.identifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace identifiers check}: judges numbers by their check digits, row by row.
@Command(
    name = "identifiers",
    mixinStandardHelpOptions = true,
    description = "Check identity, tax, device and account numbers.",
    subcommands = {IdentifiersCommand.Check.class, IdentifiersCommand.Formats.class})
public final class IdentifiersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  private static Identifiers known() {
    return new Identifiers(LocalDate.now(Clock.systemUTC()));
  }

  /// {@code identifiers check FILE}: the same rows with {@code valid,normalised,reason}.
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Read a CSV with columns format,input and add valid,normalised,reason.")
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "CSV with columns format and input.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, GatewayException {
      Identifiers identifiers = known();
      return RowFile.of(file, List.of("format", "input"), spec)
          .deliver(
              List.of("valid", "normalised", "reason"),
              (row, columns) -> judged(identifiers, row, columns));
    }

    private static List<String> judged(Identifiers identifiers, List<String> row, Columns columns) {
      Verdict verdict =
          identifiers.check(columns.cell(row, "format"), columns.verbatim(row, "input"));
      // No verdict on a format that is not known: neither true nor false.
      boolean known = verdict.reason() != Fault.UNKNOWN_FORMAT;
      String valid = known ? Boolean.toString(verdict.valid()) : "";
      return List.of(valid, verdict.normalised(), verdict.reason().code());
    }
  }

  /// {@code identifiers formats}: the formats that can be checked, one a line, and what each is.
  @Command(
      name = "formats",
      mixinStandardHelpOptions = true,
      description = "List the formats that can be checked.")
  static final class Formats implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      Identifiers identifiers = known();
      for (String format : identifiers.formats()) {
        spec.commandLine().getOut().println(format + "\t" + identifiers.about(format).orElse(""));
      }
      return 0;
    }
  }
}
