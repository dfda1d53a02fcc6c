// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.Role;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.wiring.OpenNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace node adopt`: takes signed instruments, accessions to them and node records from files
/// into a stopped node, in this order. The node's own record is adopted the same way as its
/// partners'.
@Command(
    name = "adopt",
    mixinStandardHelpOptions = true,
    description =
        "Adopt signed instruments, accessions and node records from files, while the node is stopped.")
final class AdoptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--instrument",
      paramLabel = "FILE",
      arity = "1..*",
      description = "instrument signed by every party")
  private List<Path> instruments = List.of();

  @Option(
      names = "--accession",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "accession of a state to an instrument of this node, signed as that one demands")
  private List<Path> accessions = List.of();

  @Option(
      names = "--node-record",
      paramLabel = "FILE",
      arity = "1..*",
      description = "node record signed by its root key")
  private List<Path> nodeRecords = List.of();

  @Override
  public Integer call()
      throws ConfigException,
          KeysException,
          ExchangeException,
          IOException,
          InstrumentException,
          MalformedBytesException {
    if (instruments.isEmpty() && accessions.isEmpty() && nodeRecords.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "say what to adopt: --instrument FILE, --accession FILE or --node-record FILE");
    }
    try (OpenNode node = data.open()) {
      Officer by = Console.officer(node.settings().identity(), Role.OPERATOR);
      for (Path file : instruments) {
        adopt(node, by, SignedInstrument.verify(GivenFile.read(file)));
      }
      for (Path file : accessions) {
        Bytes accession = GivenFile.read(file);
        adopt(node, by, named(node, accession).acceded(accession));
      }
      for (Path file : nodeRecords) {
        String note = GivenFile.read(file).text();
        node.core()
            .with(exchange -> {
              exchange.standings().adoptNodeRecord(by, note);
              return true;
            });
        spec.commandLine().getErr().println("enlace: adopted " + file.getFileName());
      }
    }
    return NodeLine.DONE;
  }

  private void adopt(OpenNode node, Officer by, SignedInstrument signed) throws ExchangeException {
    node.core()
        .with(exchange -> {
          exchange.standings().adopt(by, signed);
          return true;
        });
    spec.commandLine().getErr().println("enlace: adopted " + signed.instrument().id());
  }

  /// The instrument of this node that an accession names; whether it is that very text is for the
  /// instrument to judge.
  private static SignedInstrument named(OpenNode node, Bytes accession)
      throws ExchangeException, InstrumentException, MalformedBytesException {
    List<String> lines = accession.text().lines().toList();
    Optional<SignedInstrument> base =
        node.core()
            .with(exchange ->
                exchange.standings().instruments().stream()
                    .map(adopted -> adopted.instrument().id())
                    .filter(id -> lines.contains("instrument: " + id))
                    .findFirst()
                    .flatMap(exchange.standings()::text));
    return base.orElseThrow(() -> new InstrumentException(InstrumentException.Code.OTHER_TEXT));
  }
}
