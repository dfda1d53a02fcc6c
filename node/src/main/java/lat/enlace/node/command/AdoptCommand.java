// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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

/// `./enlace node adopt`: takes signed instruments and node records from files into a stopped node,
/// instruments first. The node's own record is adopted the same way as its partners'.
@Command(
    name = "adopt",
    mixinStandardHelpOptions = true,
    description =
        "Adopt signed instruments and node records from files, while the node is stopped.")
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
    if (instruments.isEmpty() && nodeRecords.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "say what to adopt: --instrument FILE or --node-record FILE");
    }
    try (OpenNode node = data.open()) {
      Officer by = Console.officer(node.settings().identity(), Role.OPERATOR);
      for (Path file : instruments) {
        SignedInstrument signed = SignedInstrument.verify(GivenFile.read(file));
        node.core()
            .with(exchange -> {
              exchange.standings().adopt(by, signed);
              return true;
            });
        spec.commandLine().getErr().println("enlace: adopted " + signed.instrument().id());
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
}
