// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.exchange.Identity;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.NodeSettings.Database;
import lat.enlace.node.config.NodeSettings.Face;
import lat.enlace.node.config.NodeSettings.Peering;
import lat.enlace.node.config.NodeSettings.Unlock;
import lat.enlace.node.config.NodeSettings.Web;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.ops.NodeBirth;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace node init`: makes a data folder with fresh keys and the first node record.
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Make a new node: data folder, keys, settings, node record.")
final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--origin",
      required = true,
      description = "name of the ledger, for instance co.example/enlace")
  private String origin = "";

  @Option(names = "--state", required = true, description = "ISO 3166 code, for instance CO")
  private String state = "";

  @Option(names = "--host", defaultValue = "localhost", description = "name of the pages")
  private String host = "localhost";

  @Option(names = "--address", defaultValue = "127.0.0.1", description = "interface of the pages")
  private String address = "127.0.0.1";

  @Option(names = "--port", required = true, description = "port of pages and API")
  private int port;

  @Option(
      names = "--peer-host",
      defaultValue = "localhost",
      description = "name that partners connect to")
  private String peerHost = "localhost";

  @Option(names = "--peer-address", defaultValue = "0.0.0.0", description = "interface for peers")
  private String peerAddress = "0.0.0.0";

  @Option(names = "--peer-port", required = true, description = "port for peers")
  private int peerPort;

  @Option(names = "--language", defaultValue = "es", description = "es, pt, en, fr or nl")
  private String language = "es";

  @Option(names = "--zone", defaultValue = "UTC", description = "for instance America/Bogota")
  private String zone = "UTC";

  @Option(names = "--sample", description = "people and cases are invented; every page says so")
  private boolean sample;

  @Mixin private RootKeysOption rootKeys = new RootKeysOption();
  @ArgGroup private Key key = new Key();

  /// Where the key-encryption key comes from.
  static final class Key {
    @Option(
        names = "--key-file",
        paramLabel = "FILE",
        description = "key file, outside the data folder; made here (default: DIR.key)")
    private List<Path> keyFile = List.of();

    @Option(
        names = "--passphrase-env",
        paramLabel = "NAME",
        description = "environment variable with the passphrase")
    private List<String> variable = List.of();
  }

  @Override
  public Integer call() throws ConfigException, KeysException, IOException, NoteException {
    DataFolder folder = data.folder();
    SecureRandom random = new SecureRandom();
    Unlock unlock = unlock(folder);
    NodeSettings settings = settings(folder, unlock);
    NodeBirth birth = new NodeBirth(folder, settings, random);
    birth.refuseTaken();
    List<SigningKey> root = rootKeys.read();
    Unlocking unlocking =
        unlock instanceof Unlock.KeyFile(Path file)
            ? keyFile(folder, file, random)
            : DataOption.unlocker().unlocking(unlock);
    birth.make(unlocking, root, OpenNode.systemClock().now());
    var err = spec.commandLine().getErr();
    err.println("enlace: made " + settings.identity().node() + " in " + folder.root());
    err.println("  root keys for the agreement: " + folder.rootKey());
    err.println("  node record for partners:    " + folder.nodeRecord());
    return NodeLine.DONE;
  }

  private static Unlocking keyFile(DataFolder folder, Path file, SecureRandom random)
      throws KeysException {
    if (file.startsWith(folder.root())) {
      throw new KeysException(KeysException.Code.UNLOCKING_KEY_INSIDE, "key file " + file);
    }
    return Unlocking.KeyFile.create(file, random);
  }

  private Unlock unlock(DataFolder folder) {
    if (!key.variable.isEmpty()) {
      return new Unlock.Environment(key.variable.getFirst());
    }
    Path file =
        key.keyFile.isEmpty()
            ? folder.root().resolveSibling(folder.root().getFileName() + ".key")
            : key.keyFile.getFirst();
    return new Unlock.KeyFile(file.toAbsolutePath().normalize());
  }

  private static void port(String option, int port) {
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException(option + ": not a port: " + port);
    }
  }

  private NodeSettings settings(DataFolder folder, Unlock unlock) {
    try {
      port("--port", port);
      port("--peer-port", peerPort);
      return new NodeSettings(
          new Identity(new NodeId(origin), new StateCode(state)),
          new Face(
              Coded.find(Language.class, language)
                  .orElseThrow(() -> new IllegalArgumentException("not a language: " + language)),
              ZoneId.of(zone),
              sample),
          new Web(host, address, port, List.of()),
          new Peering(peerHost, peerAddress, peerPort),
          new Database.Embedded(),
          unlock,
          folder.ledgerMirror());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
