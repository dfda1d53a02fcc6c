// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.ops.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./enlace restore`: a data folder from a backup.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Make a data folder from a backup. The node stays read-only until its partners agree.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--from", required = true, paramLabel = "DIR", description = "the backup")
  private Path from = Path.of("");

  @Option(
      names = "--mirror",
      paramLabel = "DIR",
      description = "the mirror of the lost ledger, which has every acknowledged entry")
  private List<Path> mirror = List.of();

  @Override
  public Integer call() throws ConfigException, IOException, LedgerException, LogStorageException {
    Restore restore = new Restore(from, data.folder());
    restore.make();
    for (Path second : mirror) {
      restore.takeMissingFrom(second);
    }
    spec.commandLine()
        .getErr()
        .println(
            "enlace: restored. Never run the old node again beside this one; start this one and it"
                + " opens once every partner has answered.");
    return NodeLine.DONE;
  }
}
