// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.Witness;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.witness.WitnessFolder;
import lat.enlace.node.witness.WitnessServer;
import lat.enlace.note.KeyName;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./enlace witness`: follows the logs of nodes from outside and cosigns their heads.
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = "Follow the ledgers of nodes and cosign each head that grew from the last.")
final class WitnessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: init, follow, run or show (--help tells)");
  }

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description = "Make a witness with a fresh key, and print its verifier key.")
  int init(
      @Option(names = "--data", required = true, paramLabel = "DIR", description = "a new folder")
          Path data,
      @Option(
              names = "--name",
              required = true,
              description = "its name, for instance witness.example/enlace")
          String name)
      throws ConfigException, KeysException, IOException {
    KeyName keyName;
    try {
      keyName = new KeyName(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "not a name of a key: " + name, e);
    }
    SigningKey key = new WitnessFolder(data).create(keyName, new SecureRandom());
    out().println(key.verifierKey().text());
    return NodeLine.DONE;
  }

  @Command(
      name = "follow",
      mixinStandardHelpOptions = true,
      description = "Follow the log whose two keys stand in a file, as a node's ledger.vkeys.")
  int follow(
      @Option(names = "--data", required = true, paramLabel = "DIR", description = "the witness")
          Path data,
      @Option(names = "--log", required = true, paramLabel = "FILE", description = "a keys file")
          Path log)
      throws ConfigException, KeysException, IOException {
    WitnessFolder folder = new WitnessFolder(data);
    folder.key();
    LogKeys keys = folder.follow(Bytes.copyOf(Files.readAllBytes(log)));
    out().println(keys.origin().value());
    return NodeLine.DONE;
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Answer POST /add-checkpoint until stopped (C2SP tlog-witness).")
  int run(
      @Option(names = "--data", required = true, paramLabel = "DIR", description = "the witness")
          Path data,
      @Option(
              names = "--address",
              defaultValue = "127.0.0.1",
              description = "interface; a proxy in front of it speaks TLS (127.0.0.1)")
          String address,
      @Option(names = "--port", required = true, description = "port to listen on") int port)
      throws ConfigException,
          KeysException,
          IOException,
          LogStorageException,
          InterruptedException {
    if (port < 0 || port > 0xffff) {
      throw new ParameterException(spec.commandLine(), "not a port: " + port);
    }
    WitnessFolder folder = new WitnessFolder(data);
    SigningKey key = folder.key();
    List<LogKeys> follows = folder.follows();
    LogStorage memory = folder.memory();
    LogLease lease = memory.lease();
    WitnessServer server =
        WitnessServer.start(
            new InetSocketAddress(address, port),
            new Witness(key, follows, memory, InstantSource.system()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  server.close();
                  stopped.countDown();
                }));
    spec.commandLine()
        .getErr()
        .println(
            "enlace: "
                + key.verifierKey().name()
                + " follows "
                + follows.size()
                + " logs at port "
                + server.port());
    stopped.await();
    lease.close();
    return NodeLine.DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show what was cosigned last of each log, and which logs showed two histories.")
  int show(
      @Option(names = "--data", required = true, paramLabel = "DIR", description = "the witness")
          Path data)
      throws ConfigException, KeysException, IOException, LedgerException, LogStorageException {
    WitnessFolder folder = new WitnessFolder(data);
    SigningKey key = folder.key();
    List<LogKeys> follows = folder.follows();
    Witness witness = new Witness(key, follows, folder.memory(), InstantSource.system());
    boolean clean = true;
    out().println("witness " + key.verifierKey().text());
    for (LogKeys log : follows) {
      Optional<SignedCheckpoint> last = witness.last(log.origin());
      String size = last.map(head -> Long.toString(head.checkpoint().size())).orElse("nothing yet");
      out().println(log.origin().value() + ": " + size);
      Path evidence = folder.evidence(log.origin());
      if (Files.exists(evidence)) {
        clean = false;
        out().println("  TWO HISTORIES: both heads are in " + evidence);
      }
    }
    return clean ? NodeLine.DONE : NodeLine.NO;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
