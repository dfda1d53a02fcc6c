// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ops.Backup;
import lat.enlace.node.wiring.OpenNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./enlace backup`: a consistent copy of a node, running or not.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copy a node, also while it runs. The key file is not part of the copy.")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "a new or empty folder")
  private Path to = Path.of("");

  @Override
  public Integer call() throws ConfigException, IOException, SQLException {
    if (PrivateFiles.isTaken(to)) {
      throw new ConfigException(ConfigException.Code.EXISTS, to.toString());
    }
    DataFolder folder = data.folder();
    NodeSettings settings = SettingsFile.read(folder);
    int files =
        new Backup(folder, OpenNode.databaseSettings(folder, settings.database()), to).make();
    spec.commandLine().getErr().println("enlace: " + files + " files in " + to);
    return NodeLine.DONE;
  }
}
