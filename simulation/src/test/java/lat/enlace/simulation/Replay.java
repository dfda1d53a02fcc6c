// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.testkit.exchange.TestNode;

/// A run as a process of its own, so that two processes can be compared.
final class Replay {
  private Replay() {}

  /// Arguments: seed, steps, and the file to write the outcome to.
  public static void main(String[] arguments) throws Exception {
    List<String> outcome = outcome(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    Files.write(Path.of(arguments[2]), outcome);
  }

  /// Every row and every ledger file of every node at the end of a run.
  static List<String> outcome(long seed, int steps) throws Exception {
    Simulation simulation = new Simulation(new Cast(), seed, _ -> {});
    simulation.run(steps);
    return simulation.nodes().stream().flatMap(Replay::disk).toList();
  }

  private static Stream<String> disk(TestNode node) {
    return Stream.concat(
        node.store().dump().stream(),
        node.log().list("").stream()
            .map(path -> path + " " + node.log().read(path).orElseThrow().hex()));
  }
}
