// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.RecordChain;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace node renew`: the root keys sign the node records of the coming weeks, each with a
/// fresh sealing key. The node, running or not, takes each into force when its time comes and tells
/// its partners.
@Command(
    name = "renew",
    mixinStandardHelpOptions = true,
    description =
        "Sign the node records of the coming weeks, from now on. The node may be running.")
final class RenewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();
  @Mixin private RootKeysOption rootKeys = new RootKeysOption();

  @Option(names = "--weeks", defaultValue = "13", description = "how many, at most 53 (default 13)")
  private int weeks = RecordChain.WEEKS;

  @Option(
      names = "--new-keys",
      description = "replace the TLS key at once, as if the one before had been stolen")
  private boolean newKeys;

  @Override
  public Integer call() throws ConfigException, KeysException, IOException, NoteException {
    if (weeks < 1 || weeks > RecordChain.MAX_WEEKS) {
      throw new ParameterException(spec.commandLine(), "--weeks is 1 to " + RecordChain.MAX_WEEKS);
    }
    DataFolder folder = data.folder();
    NodeSettings settings = SettingsFile.read(folder);
    Vault vault =
        Vault.open(
            folder.root(), DataOption.unlocker().unlocking(settings.unlock()), new SecureRandom());
    List<SigningKey> root = rootKeys.of(vault, spec.commandLine().getErr());
    if (root.isEmpty()) {
      return NodeLine.COULD_NOT;
    }
    RecordChain chain = new RecordChain(folder, settings, vault);
    Instant now = OpenNode.systemClock().now();
    if (newKeys) {
      chain.renewWithNewKeys(root, weeks, now);
    } else {
      chain.renew(root, weeks, now);
    }
    spec.commandLine()
        .getErr()
        .println("enlace: partners can seal to this node until " + RecordChain.sealedUntil(folder));
    return NodeLine.DONE;
  }
}
