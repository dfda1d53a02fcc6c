// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;

/// A whole run: two nodes, officers at work, cuts, an audit after each, and the last audit once all
/// has been delivered.
final class Torture {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int CALM_LOOKS = 6;
  private static final int LOOK_MILLIS = 500;
  private static final int TELL_EVERY = 10;

  private final Scene scene;
  private final Notebook notebook;
  private final Office office;
  private final SplittableRandom random;
  private final Consumer<String> progress;
  private final ReadWriteLock turns = new ReentrantReadWriteLock(true);
  private final Map<DemoState, Work> works = new LinkedHashMap<>();
  private final List<Audit> audits = new ArrayList<>();
  private int cuts;

  Torture(Scene scene, Notebook notebook, long seed, Consumer<String> progress) {
    this.scene = scene;
    this.notebook = notebook;
    this.random = new SplittableRandom(seed);
    this.office = new Office(scene, random.split());
    this.progress = progress;
    for (DemoState state : Scene.BOTH) {
      works.put(state, office.work(state, notebook, turns.readLock(), random.split()));
      audits.add(new Audit(state, scene.api(state), notebook));
    }
  }

  /// Runs until so many cuts were made.
  Report run(int wanted) throws InterruptedException {
    boolean ended = false;
    try {
      scene.start();
      office.prepare();
      // Stopped in order once: what they loaded is kept, and they open sooner from then on.
      scene.stop();
      scene.start();
      Cuts next = new Cuts(scene, notebook, random.split());
      cut(next, wanted);
      settle(next.farthest());
      ended = true;
    } catch (StepFailedException
        | IOException
        | ConfigException
        | KeysException
        | ExchangeException e) {
      progress.accept("enlace torture: " + e.getMessage());
    }
    Notebook.Tally tally = notebook.tally();
    tell(tally);
    return Report.of(ended, cuts, tally);
  }

  private void cut(Cuts next, int wanted)
      throws IOException, InterruptedException, StepFailedException {
    List<Thread> officers = new ArrayList<>();
    works.forEach((state, work) ->
        officers.add(Thread.ofPlatform().daemon().name("officers-" + state.key()).start(work)));
    try {
      int told = 0;
      while (cuts < wanted) {
        cuts += next.turn();
        if (!officers.stream().allMatch(Thread::isAlive)) {
          throw new StepFailedException(
              "officers stopped working: what they would have met is unknown");
        }
        audit();
        if (cuts >= told + TELL_EVERY) {
          told = cuts;
          Notebook.Tally tally = notebook.tally();
          progress.accept(
              cuts
                  + " cuts, "
                  + tally.acknowledged()
                  + " acknowledged"
                  + (tally.clean() ? "" : ", NOT CLEAN"));
        }
      }
    } finally {
      officers.forEach(Thread::interrupt);
      for (Thread officer : officers) {
        officer.join();
      }
    }
  }

  private void audit() throws InterruptedException, StepFailedException {
    Lock alone = turns.writeLock();
    alone.lockInterruptibly();
    try {
      for (Audit audit : audits) {
        audit.run();
      }
      for (Work work : works.values()) {
        work.audit();
      }
    } finally {
      alone.unlock();
    }
  }

  /// Heals everything, waits until nothing is on its way, and looks for the last time.
  private void settle(Duration farthest)
      throws IOException,
          InterruptedException,
          StepFailedException,
          ConfigException,
          KeysException,
          ExchangeException {
    for (Work work : works.values()) {
      work.settle();
    }
    Duration ahead = farthest.plusMinutes(1);
    for (DemoState state : Scene.BOTH) {
      new Switches(ahead, false).write(scene.node(state).side().switches());
    }
    progress.accept("Waiting until nothing is on its way ...");
    int calm = 0;
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (calm < CALM_LOOKS && System.nanoTime() < until) {
      int waiting = office.waiting(Scene.ONE) + office.waiting(Scene.OTHER);
      calm = waiting == 0 ? calm + 1 : 0;
      Thread.sleep(LOOK_MILLIS);
    }
    audit();
    for (DemoState state : Scene.BOTH) {
      Map<String, Integer> readings = office.readings(state);
      for (String item : notebook.itemsRead()) {
        Integer reported = readings.get(item);
        if (reported != null) {
          notebook.compareReadings(item, reported);
        }
      }
    }
    scene.stop();
    Map<DemoState, Path> folders = new LinkedHashMap<>();
    Scene.BOTH.forEach(state -> folders.put(state, scene.data(state)));
    new LastAudit(notebook, ahead).run(folders);
  }

  private void tell(Notebook.Tally tally) {
    tally.refusals().forEach((code, times) -> progress.accept("  refused " + times + ": " + code));
    tally.lost().forEach(each -> progress.accept("  LOST " + each));
    tally.doubled().forEach(each -> progress.accept("  DOUBLED " + each));
    tally.againstPolicy().forEach(each -> progress.accept("  AGAINST POLICY " + each));
  }
}
