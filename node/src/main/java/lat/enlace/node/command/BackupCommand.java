// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ops.Backup;
import lat.enlace.node.ops.BackupRotation;
import lat.enlace.node.wiring.OpenNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace backup`: a consistent copy of a node, running or not.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copy a node, also while it runs. The key file is not part of the copy.")
final class BackupCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3650;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Where where = new Where();

  /// One folder, or the next one of a rotation.
  static final class Where {
    @Option(names = "--to", paramLabel = "DIR", description = "a new or empty folder")
    private Path to = Path.of("");

    @ArgGroup(exclusive = false)
    private @Nullable Rotating rotating;
  }

  /// A folder of backups, and how long each stays in it.
  static final class Rotating {
    @Option(
        names = "--into",
        required = true,
        paramLabel = "DIR",
        description = "a folder of backups: make one more, named by its time")
    private Path into = Path.of("");

    @Option(
        names = "--days",
        required = true,
        paramLabel = "N",
        description = "end those in it that are older than N days, their keys first (1 to 3650)")
    private int days;
  }

  @Override
  public Integer call() throws ConfigException, IOException, SQLException {
    Rotating rotating = where.rotating;
    if (rotating == null) {
      make(where.to);
      return NodeLine.DONE;
    }
    if (rotating.days < 1 || rotating.days > MOST_DAYS) {
      throw new ParameterException(spec.commandLine(), "--days is 1 to " + MOST_DAYS);
    }
    BackupRotation rotation = new BackupRotation(rotating.into, Duration.ofDays(rotating.days));
    Instant now = OpenNode.systemClock().now();
    try {
      make(rotation.next(now));
    } finally {
      // What was erased must go, also while no new backup can be made.
      say(rotation.end(now).size() + " older backups ended");
    }
    return NodeLine.DONE;
  }

  private void make(Path to) throws ConfigException, IOException, SQLException {
    if (PrivateFiles.isTaken(to)) {
      throw new ConfigException(ConfigException.Code.EXISTS, to.toString());
    }
    DataFolder folder = data.folder();
    NodeSettings settings = SettingsFile.read(folder);
    int files =
        new Backup(folder, OpenNode.databaseSettings(folder, settings.database()), to).make();
    say(files + " files in " + to);
  }

  private void say(String line) {
    spec.commandLine().getErr().println("enlace: " + line);
  }
}
