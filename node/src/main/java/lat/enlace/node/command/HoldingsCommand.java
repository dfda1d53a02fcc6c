// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.Role;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.ops.CaseFields;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.ops.PathSource;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.workbench.Imports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace node holdings`: reads files into the holdings of a stopped node, each whole or not at
/// all.
@Command(
    name = "holdings",
    mixinStandardHelpOptions = true,
    description = "Read case subjects, lists, protected persons and refugees from files.")
final class HoldingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--subjects",
      paramLabel = "FILE",
      description = "case subjects: JSON lines or CSV")
  private List<Path> subjects = List.of();

  @Option(
      names = "--claims",
      paramLabel = "LIST=FILE",
      description = "a published list, file or folder, as claims")
  private Map<String, Path> claims = new LinkedHashMap<>();

  @Option(names = "--protected", paramLabel = "FILE", description = "persons for the sealed list")
  private List<Path> protectedPersons = List.of();

  @Option(
      names = "--refugees",
      paramLabel = "FILE",
      description = "who has or seeks refuge here, for the sealed list")
  private List<Path> refugees = List.of();

  @Option(names = "--case", paramLabel = "REF", description = "of subjects that name no case")
  private String caseReference = "";

  @Option(names = "--offence", paramLabel = "CODE", description = "of subjects that name none")
  private String offence = "";

  @Option(names = "--category", paramLabel = "CODE", description = "of subjects that name none")
  private String category = "";

  @Option(names = "--stage", paramLabel = "CODE", description = "of subjects that name none")
  private String stage = "";

  @Override
  public Integer call() throws ConfigException, KeysException, ExchangeException, IOException {
    if (subjects.isEmpty()
        && claims.isEmpty()
        && protectedPersons.isEmpty()
        && refugees.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "say what to read: --subjects, --claims, --protected or --refugees");
    }
    CaseFields ofFile =
        new CaseFields(
            Map.of(
                "case", caseReference, "offence", offence, "category", category, "stage", stage));
    boolean all = true;
    try (OpenNode node = data.open()) {
      Identity identity = node.settings().identity();
      HoldingFiles files = new HoldingFiles(node.core(), OpenNode.systemClock());
      Officer duty = Console.officer(identity, Role.DUTY_OFFICER);
      Officer rights = Console.officer(identity, Role.RIGHTS_OFFICER);
      for (Path file : subjects) {
        all &= tell(file, files.subjects(duty, read(file), ofFile));
      }
      for (Map.Entry<String, Path> list : claims.entrySet()) {
        Path file = list.getValue();
        all &= tell(file, files.claims(duty, list.getKey(), PathSource.of(file)));
      }
      for (Path file : protectedPersons) {
        all &=
            tell(file, files.sealed(rights, ConcealedFact.PROTECTED_PERSON, PathSource.of(file)));
      }
      for (Path file : refugees) {
        all &= tell(file, files.sealed(rights, ConcealedFact.REFUGEE, PathSource.of(file)));
      }
    }
    return all ? NodeLine.DONE : NodeLine.COULD_NOT;
  }

  private boolean tell(Path file, Imports.Report report) {
    PrintWriter err = spec.commandLine().getErr();
    report.warnings().forEach(warning -> err.println("enlace: " + file + ": " + warning));
    report.problem().forEach(problem -> err.println("enlace: " + file + ": " + problem));
    if (report.problem().isEmpty()) {
      err.println("enlace: " + file + ": " + report.loaded() + " loaded");
    }
    return report.problem().isEmpty();
  }

  private static Bytes read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder, a file is needed");
    }
    return Bytes.copyOf(Files.readAllBytes(file));
  }
}
