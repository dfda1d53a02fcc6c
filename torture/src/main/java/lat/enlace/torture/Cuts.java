// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;

/// What is done to the nodes, one cut after the other, by chance from a seed.
final class Cuts {
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 1500;
  private static final int LARGEST_JUMP_MINUTES = 90;

  private final Scene scene;
  private final Notebook notebook;
  private final RandomGenerator random;
  private Duration farthest = Duration.ZERO;

  Cuts(Scene scene, Notebook notebook, RandomGenerator random) {
    this.scene = scene;
    this.notebook = notebook;
    this.random = random;
  }

  /// What can happen, and how often among a hundred cuts.
  private enum Fault {
    KILL(14),
    POWER(26),
    BOTH_POWER(8),
    KILL_WHILE_OPENING(8),
    FULL_DISK(8),
    FULL_DISK_AND_POWER(4),
    DATABASE_GONE(8),
    PARTITION(5),
    HALF_OPEN(4),
    SLOW(4),
    BREAKS(5),
    CLOCK(6);

    private final int weight;

    Fault(int weight) {
      this.weight = weight;
    }

    static Fault next(RandomGenerator random) {
      int lot = random.nextInt(100);
      for (Fault fault : values()) {
        lot -= fault.weight;
        if (lot < 0) {
          return fault;
        }
      }
      return KILL;
    }
  }

  /// One turn: a fault, and the nodes well again.
  ///
  /// @return how many cuts it was: each process that was ended counts
  int turn() throws IOException, InterruptedException, StepFailedException {
    Fault fault = Fault.next(random);
    DemoState victim = Scene.BOTH.get(random.nextInt(Scene.BOTH.size()));
    pause();
    notebook.say("CUT " + fault + " " + victim.code());
    int cuts =
        switch (fault) {
          case KILL -> killed(List.of(victim), false);
          case POWER -> killed(List.of(victim), true);
          case BOTH_POWER -> killed(Scene.BOTH, true);
          case KILL_WHILE_OPENING -> whileOpening(victim);
          case FULL_DISK -> full(victim, false);
          case FULL_DISK_AND_POWER -> full(victim, true);
          case DATABASE_GONE -> databaseGone(victim);
          case PARTITION -> network(victim, Relay.Mode.CUT);
          case HALF_OPEN -> network(victim, Relay.Mode.HALF_OPEN);
          case SLOW -> network(victim, Relay.Mode.SLOW);
          case BREAKS -> network(victim, Relay.Mode.BREAKS);
          case CLOCK -> clock(victim);
        };
    for (DemoState state : Scene.BOTH) {
      scene.node(state).awaitReady();
    }
    return cuts;
  }

  /// The farthest that a clock was ever put ahead.
  Duration farthest() {
    return farthest;
  }

  private int killed(List<DemoState> victims, boolean powerToo)
      throws IOException, InterruptedException {
    for (DemoState victim : victims) {
      scene.node(victim).kill();
    }
    if (powerToo) {
      for (DemoState victim : victims) {
        losePower(victim);
      }
    }
    for (DemoState victim : victims) {
      scene.node(victim).startAgain();
    }
    return victims.size();
  }

  private void losePower(DemoState victim) throws IOException {
    NodeRun.Side side = scene.node(victim).side();
    Path database = side.data().resolve("db.sqlite");
    for (String loss : new PowerCut(side.notes(), database, random).strike()) {
      notebook.say("  " + victim.code() + " " + loss);
    }
  }

  /// Killed, and again while it opens; the second time with the power.
  private int whileOpening(DemoState victim) throws IOException, InterruptedException {
    int cuts = killed(List.of(victim), random.nextBoolean());
    Thread.sleep(random.nextInt(SHORTEST_MILLIS, 2 * LONGEST_MILLIS));
    return cuts + killed(List.of(victim), true);
  }

  private int full(DemoState victim, boolean powerToo) throws IOException, InterruptedException {
    SmallDisk disk = scene.disk(victim);
    Path switches = scene.node(victim).side().switches();
    if (disk.isMounted()) {
      disk.fill();
    } else {
      Switches now = Switches.read(switches);
      new Switches(now.clock(), true).write(switches);
    }
    pause();
    int cuts = 1;
    if (powerToo) {
      scene.node(victim).kill();
      cuts++;
    }
    disk.clear();
    if (powerToo) {
      losePower(victim);
    }
    Switches now = Switches.read(switches);
    new Switches(now.clock(), false).write(switches);
    if (powerToo) {
      scene.node(victim).startAgain();
    }
    return cuts;
  }

  private int databaseGone(DemoState victim) throws IOException, InterruptedException {
    Path database = scene.data(victim).resolve("db.sqlite");
    Path aside = database.resolveSibling("db.aside");
    Files.move(database, aside);
    pause();
    Files.move(aside, database);
    return 1;
  }

  private int network(DemoState victim, Relay.Mode mode) throws InterruptedException {
    List<DemoState> before = new ArrayList<>(random.nextBoolean() ? Scene.BOTH : List.of(victim));
    before.forEach(state -> scene.relay(state).set(mode));
    pause();
    pause();
    before.forEach(state -> scene.relay(state).set(Relay.Mode.OPEN));
    return 1;
  }

  private int clock(DemoState victim) throws IOException, InterruptedException {
    Path switches = scene.node(victim).side().switches();
    Duration jump =
        Duration.ofSeconds(
            random.nextInt(-LARGEST_JUMP_MINUTES, LARGEST_JUMP_MINUTES)
                * 60L
                / (random.nextBoolean() ? 1 : 60));
    if (jump.compareTo(farthest) > 0) {
      farthest = jump;
    }
    new Switches(jump, false).write(switches);
    pause();
    Switches.USUAL.write(switches);
    return 1;
  }

  private void pause() throws InterruptedException {
    Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
  }
}
