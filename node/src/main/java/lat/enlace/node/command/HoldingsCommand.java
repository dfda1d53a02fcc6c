// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.model.Role;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.workbench.Imports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./enlace node holdings`: reads files into the holdings of a stopped node, each whole or not at
/// all.
@Command(
    name = "holdings",
    mixinStandardHelpOptions = true,
    description = "Read case subjects, lists and protected persons from files.")
final class HoldingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--subjects", paramLabel = "FILE", description = "case subjects, JSON lines")
  private List<Path> subjects = List.of();

  @Option(names = "--claims", paramLabel = "LIST=FILE", description = "a published list, as claims")
  private Map<String, Path> claims = new LinkedHashMap<>();

  @Option(names = "--protected", paramLabel = "FILE", description = "persons for the sealed list")
  private List<Path> protectedPersons = List.of();

  @Override
  public Integer call() throws ConfigException, KeysException, ExchangeException, IOException {
    boolean all = true;
    try (OpenNode node = data.open()) {
      Identity identity = node.settings().identity();
      Imports imports = new HoldingFiles(node.core(), OpenNode.systemClock());
      for (Path file : subjects) {
        all &=
            tell(file, imports.subjects(Console.officer(identity, Role.DUTY_OFFICER), read(file)));
      }
      for (Map.Entry<String, Path> list : claims.entrySet()) {
        var by = Console.officer(identity, Role.DUTY_OFFICER);
        all &= tell(list.getValue(), imports.claims(by, list.getKey(), read(list.getValue())));
      }
      for (Path file : protectedPersons) {
        var by = Console.officer(identity, Role.RIGHTS_OFFICER);
        all &= tell(file, imports.protectedPersons(by, read(file)));
      }
    }
    return all ? NodeLine.DONE : NodeLine.COULD_NOT;
  }

  private boolean tell(Path file, Imports.Report report) {
    var err = spec.commandLine().getErr();
    report.warnings().forEach(warning -> err.println("enlace: " + file + ": " + warning));
    report.problem().forEach(problem -> err.println("enlace: " + file + ": " + problem));
    if (report.problem().isEmpty()) {
      err.println("enlace: " + file + ": " + report.loaded() + " loaded");
    }
    return report.problem().isEmpty();
  }

  private static Bytes read(Path file) throws IOException {
    return Bytes.copyOf(Files.readAllBytes(file));
  }
}
