// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.nio.file.Path;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;
import picocli.CommandLine.Option;

/// `--data DIR`, which every command has.
final class DataOption {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "the node's data folder")
  private Path data = Path.of("");

  DataFolder folder() {
    return new DataFolder(data.toAbsolutePath().normalize());
  }

  OpenNode open() throws ConfigException, KeysException, ExchangeException {
    return OpenNode.open(folder(), unlocker());
  }

  static Unlocker unlocker() {
    return new Unlocker(System.getenv());
  }
}
