// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.RunningNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./enlace node --data DIR`: runs one node until it is told to stop.
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    description = "Run one node, or prepare one with a subcommand.",
    subcommands = {
      InitCommand.class,
      AdoptCommand.class,
      AccountCommand.class,
      HoldingsCommand.class,
      RenewCommand.class,
      SucceedCommand.class
    })
final class NodeCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--until-input-ends",
      description = "stop when standard input ends, for a program that starts the node")
  private boolean untilInputEnds;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws ConfigException, KeysException, ExchangeException, IOException, InterruptedException {
    OpenNode open = data.open();
    RunningNode running = start(open);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  running.close();
                  stopped.countDown();
                }));
    if (untilInputEnds) {
      Thread.ofPlatform().daemon().name("input").start(NodeCommand::stopWhenInputEnds);
    }
    greet(open, running);
    stopped.await();
    return NodeLine.DONE;
  }

  /// A parent that is killed cannot stop its child; its end of the pipe is closed all the same.
  private static void stopWhenInputEnds() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Input that cannot be read has ended too.
    }
    Runtime.getRuntime().exit(NodeLine.DONE);
  }

  private static RunningNode start(OpenNode open) throws IOException {
    boolean started = false;
    try {
      RunningNode running = RunningNode.start(open);
      started = true;
      return running;
    } finally {
      if (!started) {
        open.close();
      }
    }
  }

  private void greet(OpenNode open, RunningNode running) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "enlace: "
            + open.settings().identity().node()
            + " is open at "
            + open.settings().web().url()
            + ", peers at port "
            + running.peerPort());
    if (running.firstCode().awaited()) {
      err.println(
          "enlace: nobody can log in yet. The first operator creates his account at "
              + open.settings().web().url()
              + "/first with this code, once: "
              + running.firstCode().exposeCode());
    }
  }
}
