// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.demo.Ceremony;
import lat.enlace.demo.DemoPorts;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.login.LoginException;
import lat.enlace.note.NoteException;

/// Two states with an agreement, each a process on a disk of its own behind a network that can be
/// spoilt.
final class Scene implements AutoCloseable {
  static final DemoState ONE = DemoState.CO;
  static final DemoState OTHER = DemoState.VE;
  static final List<DemoState> BOTH = List.of(ONE, OTHER);

  private static final String NODE_HOST = "127.0.0.1";
  private static final String RELAY_HOST = "127.0.0.2";
  private static final int DISK_MEBIBYTES = 256;

  private final Path folder;
  private final DemoPorts ports;
  private final Map<DemoState, SmallDisk> disks = new LinkedHashMap<>();
  private final Map<DemoState, Relay> relays = new LinkedHashMap<>();
  private final Map<DemoState, NodeRun> nodes = new LinkedHashMap<>();
  private final Map<DemoState, Api> apis = new LinkedHashMap<>();
  private final Deque<Closeable> open = new ArrayDeque<>();

  private Scene(Path folder, DemoPorts ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /// Makes them in `folder`; they run once `start` returned.
  static Scene make(Path folder) throws IOException, InterruptedException, StepFailedException {
    Scene scene = new Scene(folder, DemoPorts.free());
    boolean made = false;
    try {
      scene.prepare();
      made = true;
      return scene;
    } finally {
      if (!made) {
        scene.close();
      }
    }
  }

  private void prepare() throws IOException, InterruptedException, StepFailedException {
    for (DemoState state : BOTH) {
      SmallDisk disk = SmallDisk.mount(data(state), DISK_MEBIBYTES);
      open.push(disk::close);
      disks.put(state, disk);
      Files.createDirectories(beside(state));
    }
    try {
      new Ceremony(
              folder,
              new Ceremony.Plan(
                  BOTH,
                  ports,
                  RELAY_HOST,
                  text -> text.replaceAll("quota-per-day: [0-9]+", "quota-per-day: 100000")))
          .hold();
    } catch (ConfigException
        | KeysException
        | ExchangeException
        | LoginException
        | InstrumentException
        | NoteException e) {
      throw new StepFailedException("the ceremony failed: " + e.getMessage(), e);
    }
    for (DemoState state : BOTH) {
      Relay relay = Relay.start(RELAY_HOST, NODE_HOST, ports.peer(state));
      open.push(relay::close);
      relays.put(state, relay);
      apis.put(state, new Api(ports.web(state)));
    }
  }

  /// Starts both and waits until they are well; a second time, after `stop`, too.
  void start() throws IOException, InterruptedException, StepFailedException {
    if (!nodes.isEmpty()) {
      for (NodeRun node : nodes.values()) {
        node.startAgain();
        node.awaitReady();
      }
      return;
    }
    for (DemoState state : BOTH) {
      NodeRun.Side side = new NodeRun.Side(data(state), beside(state), ports.web(state));
      Switches.USUAL.write(side.switches());
      NodeRun node = NodeRun.start(side, folder.resolve("classes-" + state.key() + ".jsa"));
      open.push(node::close);
      nodes.put(state, node);
    }
    for (NodeRun node : nodes.values()) {
      node.awaitReady();
    }
  }

  NodeRun node(DemoState state) {
    return java.util.Objects.requireNonNull(nodes.get(state));
  }

  Relay relay(DemoState state) {
    return java.util.Objects.requireNonNull(relays.get(state));
  }

  SmallDisk disk(DemoState state) {
    return java.util.Objects.requireNonNull(disks.get(state));
  }

  Api api(DemoState state) {
    return java.util.Objects.requireNonNull(apis.get(state));
  }

  Path folder() {
    return folder;
  }

  Path data(DemoState state) {
    return folder.resolve(state.key());
  }

  private Path beside(DemoState state) {
    return folder.resolve(state.key() + "-beside");
  }

  /// Asks both to stop, and waits.
  void stop() {
    nodes.values().forEach(NodeRun::close);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        System.err.println("enlace torture: not given back: " + e);
      }
    }
  }
}
