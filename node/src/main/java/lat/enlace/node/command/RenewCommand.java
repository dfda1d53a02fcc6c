// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Role;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ops.NodeBirth;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./enlace node renew`: a new node record with a fresh sealing key, which lives a week. Partners
/// learn it over the link; the key of the record before the last one is destroyed.
@Command(
    name = "renew",
    mixinStandardHelpOptions = true,
    description = "Make the next node record with a fresh sealing key, while the node is stopped.")
final class RenewCommand implements Callable<Integer> {
  private static final String NUMBER = "number ";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();
  @Mixin private RootKeysOption rootKeys = new RootKeysOption();

  @Override
  public Integer call()
      throws ConfigException,
          KeysException,
          ExchangeException,
          IOException,
          MalformedBytesException,
          NoteException {
    try (OpenNode node = data.open()) {
      long number = number(Files.readString(node.folder().nodeRecord()));
      List<SigningKey> root = rootKeys.read();
      if (root.isEmpty()) {
        root = Keyring.root(node.vault());
      }
      if (root.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("enlace: the root keys are not in this vault; give them with --root-keys");
        return NodeLine.COULD_NOT;
      }
      Bytes next =
          NodeBirth.renewed(
              node.settings(), node.vault(), root, number + 1, OpenNode.systemClock().now());
      String note = next.text();
      Officer by = Console.officer(node.settings().identity(), Role.OPERATOR);
      node.core()
          .with(exchange -> {
            exchange.standings().adoptNodeRecord(by, note);
            return true;
          });
      PrivateFiles.replace(node.folder().nodeRecord(), next);
      node.keyring().destroySealingKey(number - 1);
      spec.commandLine().getErr().println("enlace: node record " + (number + 1) + " is in force");
    }
    return NodeLine.DONE;
  }

  private static long number(String note) throws IOException {
    return note.lines()
        .filter(line -> line.startsWith(NUMBER))
        .findFirst()
        .map(line -> Long.parseLong(line.substring(NUMBER.length())))
        .orElseThrow(() -> new IOException("node-record.note has no number"));
  }
}
