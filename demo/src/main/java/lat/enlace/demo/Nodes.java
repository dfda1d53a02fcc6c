// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.login.LoginException;
import lat.enlace.note.NoteException;

/// The four nodes of the demonstration, running.
public final class Nodes implements AutoCloseable {
  private final Path folder;
  private final Map<DemoState, NodeProcess> processes;
  private final long startedNanos;

  private Nodes(Path folder, Map<DemoState, NodeProcess> processes, long startedNanos) {
    this.folder = folder;
    this.processes = processes;
    this.startedNanos = startedNanos;
  }

  /// Makes the nodes in {@code folder}, signs the agreements between them and starts them.
  ///
  /// @param home the source tree, with the node built in it
  public static Nodes start(Path home, Path folder, DemoPorts ports, Consumer<String> progress)
      throws IOException, InterruptedException, StepFailedException {
    long started = System.nanoTime();
    ports.refuseTaken();
    progress.accept("Making four nodes, their keys and accounts, and signing three agreements ...");
    try {
      new Ceremony(folder, Ceremony.Plan.demonstration(ports)).hold();
    } catch (ConfigException
        | KeysException
        | ExchangeException
        | LoginException
        | InstrumentException
        | NoteException e) {
      throw new StepFailedException("the ceremony failed: " + e.getMessage(), e);
    }
    progress.accept("Starting them, each as a process of its own ...");
    Nodes nodes = new Nodes(folder, new ConcurrentHashMap<>(), started);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(nodes::stopAll));
    boolean ready = false;
    try {
      for (DemoState state : DemoState.ALL) {
        nodes.processes.put(
            state, NodeProcess.start(state, ports.web(state), home, nodes.data(state)));
      }
      for (NodeProcess process : nodes.processes.values()) {
        process.awaitReady();
      }
      ready = true;
      return nodes;
    } finally {
      if (!ready) {
        nodes.close();
      }
    }
  }

  /// Where they keep their data, each in a folder named after its state.
  public Path folder() {
    return folder;
  }

  /// Where one keeps its data.
  public Path data(DemoState state) {
    return folder.resolve(state.key());
  }

  long startedNanos() {
    return startedNanos;
  }

  /// The most memory each running node ever held resident, in MiB.
  Map<DemoState, Long> mostResidentMebibytes() throws IOException {
    Map<DemoState, Long> most = new TreeMap<>(Comparator.comparing(DemoState::code));
    for (Map.Entry<DemoState, NodeProcess> each : processes.entrySet()) {
      most.put(each.getKey(), each.getValue().mostResidentMebibytes());
    }
    return most;
  }

  /// Ends one for good.
  public void stop(DemoState state) {
    NodeProcess process = processes.remove(state);
    if (process != null) {
      process.close();
    }
  }

  /// Asks all to stop before it waits for any.
  void stopAll() {
    processes.values().forEach(NodeProcess::askToStop);
    DemoState.ALL.forEach(this::stop);
  }

  void awaitEnd() throws InterruptedException {
    for (NodeProcess process : Map.copyOf(processes).values()) {
      process.awaitEnd();
    }
  }

  @Override
  public void close() {
    stopAll();
  }
}
