// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.nio.file.Path;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `--data DIR`, which every command has. Not marked as required, because a command with
/// subcommands would then ask for it twice.
final class DataOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", description = "the node's data folder")
  private List<Path> data = List.of();

  DataFolder folder() {
    if (data.size() != 1) {
      throw new ParameterException(mixee.commandLine(), "name the data folder: --data DIR");
    }
    return new DataFolder(data.getFirst().toAbsolutePath().normalize());
  }

  OpenNode open() throws ConfigException, KeysException, ExchangeException {
    return OpenNode.open(folder(), unlocker());
  }

  static Unlocker unlocker() {
    return new Unlocker(System.getenv());
  }
}
