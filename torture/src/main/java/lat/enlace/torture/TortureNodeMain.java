// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Clock;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.ops.KeySweeps;
import lat.enlace.node.store.SqlStore;
import lat.enlace.node.wiring.Footing;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.RunningNode;
import lat.enlace.node.wiring.Unlocker;

/// One node as a process: the product's own, on a footing that takes notes of what reaches the disk
/// and whose clock can be put forward and back. It ends when its standard input does.
///
/// Arguments: the data folder, the folder for the notes, the file with the switches.
public final class TortureNodeMain {
  private static final int LOOK_MILLIS = 20;

  /// Much oftener than the product does, so that cuts meet them.
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(15);

  private TortureNodeMain() {}

  /// Runs the node.
  public static void main(String[] args)
      throws IOException, ConfigException, KeysException, ExchangeException {
    DataFolder folder = new DataFolder(Path.of(args[0]));
    MediaNotes notes = MediaNotes.begin(Path.of(args[1]));
    Supplier<Switches> switches = watch(Path.of(args[2]));
    Clock machine = OpenNode.systemClock();
    Footing footing =
        new Footing(
            () -> machine.now().plus(switches.get().clock()),
            root -> new NotedLogStorage(new FileLogStorage(root), root, notes, switches),
            rows -> {
              new KeySweeps(rows, SWEEP_EVERY).start();
              return new NotedStore(new SqlStore(rows), folder.database(), notes, switches);
            });
    RunningNode running = RunningNode.start(OpenNode.open(folder, new Unlocker(Map.of()), footing));
    System.in.transferTo(OutputStream.nullOutputStream());
    running.close();
    System.exit(0);
  }

  private static Supplier<Switches> watch(Path file) throws IOException {
    AtomicReference<Switches> now = new AtomicReference<>(Switches.read(file));
    Thread.ofPlatform()
        .daemon()
        .name("switches")
        .start(() -> {
          try {
            while (true) {
              Thread.sleep(LOOK_MILLIS);
              now.set(Switches.read(file));
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    return now::get;
  }
}
