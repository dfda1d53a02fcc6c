// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.GivenUpLog;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./enlace node succeed`: ends the log of a restored node whose missing entries nobody has, or
/// one whose keys may have been stolen, and opens its successor under fresh keys. There is no way
/// back.
@Command(
    name = "succeed",
    mixinStandardHelpOptions = true,
    description =
        "End the log of a restored node that is behind its partners, or one whose keys may have"
            + " been stolen, and open its successor.")
final class SucceedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();
  @Mixin private RootKeysOption rootKeys = new RootKeysOption();

  @Option(
      names = "--stolen-keys",
      description = "end a log that is whole, because its keys may have been stolen")
  private boolean stolenKeys;

  @Override
  public Integer call()
      throws ConfigException, KeysException, ExchangeException, IOException, NoteException {
    DataFolder folder = data.folder();
    NodeSettings settings = SettingsFile.read(folder);
    GivenUpLog succession = new GivenUpLog(folder, settings);
    if (!succession.underWay()) {
      if (stolenKeys) {
        giveUp(folder);
      }
      if (!prepared(folder, settings, succession)) {
        return NodeLine.COULD_NOT;
      }
    }
    try (OpenNode node = data.open()) {
      spec.commandLine()
          .getErr()
          .println(
              "enlace: the old log has ended; this node writes "
                  + node.keyring().logSigner().origin()
                  + " from now on");
    }
    return NodeLine.DONE;
  }

  /// Opening publishes every entry there is, so that nobody has seen more of this log than its
  // head.
  private void giveUp(DataFolder folder)
      throws ConfigException, KeysException, ExchangeException, IOException {
    if (Files.exists(folder.restored())) {
      throw new ConfigException(ConfigException.Code.VALUE, folder.restored().toString());
    }
    try (OpenNode node = data.open()) {
      Path head = node.folder().ledger().resolve("checkpoint");
      GivenUpLog.keep(folder, Bytes.copyOf(Files.readAllBytes(head)));
    }
  }

  private boolean prepared(DataFolder folder, NodeSettings settings, GivenUpLog succession)
      throws ConfigException, KeysException, IOException, NoteException {
    try (DataFolder.Hold _ = folder.hold()) {
      Vault vault =
          Vault.open(
              folder.root(),
              DataOption.unlocker().unlocking(settings.unlock()),
              new SecureRandom());
      List<SigningKey> root = rootKeys.of(vault, spec.commandLine().getErr());
      if (root.isEmpty()) {
        if (stolenKeys) {
          Files.deleteIfExists(folder.restored());
        }
        return false;
      }
      succession.prepare(vault, root, OpenNode.systemClock().now());
      return true;
    }
  }
}
