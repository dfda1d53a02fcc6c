// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.ledger.KilledException;
import org.jspecify.annotations.Nullable;

/// Ends processes between any two calls to their ports, breaks their disks, and opens them again.
final class Crashes {
  private static final int GAPS = 16;
  private static final int DEEP = 40;

  private final Coverage coverage;
  private final Map<TestNode, String> doing = new HashMap<>();
  private final Map<TestNode, Integer> passed = new HashMap<>();
  private final Map<TestNode, Boolean> broken = new HashMap<>();
  private final String target;
  private final int targetGap;
  private @Nullable ExchangeException refusal;

  /// Each seed aims at one gap of one thing that officers do, so that seeds in a row hit all.
  Crashes(List<TestNode> nodes, Coverage coverage, List<String> deeds, long seed) {
    this.coverage = coverage;
    this.target = deeds.get(Math.floorMod(seed, deeds.size()));
    this.targetGap = Math.floorMod(Math.floorDiv(seed, deeds.size()), GAPS);
    for (TestNode node : nodes) {
      doing.put(node, "open");
      node.guillotine().witnessedBy((where, killed) -> passed(node, where, killed));
    }
  }

  private void passed(TestNode node, String where, boolean killed) {
    int at = passed.merge(node, 1, Integer::sum);
    // Beyond some depth one thing does the same again and again.
    coverage.passed(doing.get(node) + ", gap " + Math.min(at, DEEP) + ", " + where, killed);
  }

  /// Ends the process at some gap from now.
  void arm(TestNode node, SplittableRandom random) {
    node.guillotine().killAfter(random.nextInt(GAPS));
  }

  /// Ends it, one time in three, in the gap that this seed aims at.
  void mayArm(TestNode node, String deed, SplittableRandom random) {
    if (deed.equals(target) && random.nextInt(3) == 0) {
      node.guillotine().killAfter(targetGap);
    }
  }

  /// The ledger's disk is full, or the database refuses, from some call on.
  void breakDisk(TestNode node, SplittableRandom random) {
    if (random.nextBoolean()) {
      coverage.was(Fault.DISK_FULL);
      node.log().failAfter(random.nextInt(GAPS));
    } else {
      coverage.was(Fault.STORE_FAILED);
      node.store().failAfter(random.nextInt(GAPS / 2));
    }
    broken.put(node, true);
  }

  /// Does it.
  ///
  /// @return how it ended
  String run(TestNode node, String name, Act act, SplittableRandom random) {
    doing.put(node, name);
    passed.put(node, 0);
    refusal = null;
    try {
      act.run();
      return "done";
    } catch (KilledException e) {
      coverage.was(Fault.CRASHED);
      restart(node, random);
      return "crashed";
    } catch (StoreException e) {
      return stopped(node, random, e);
    } catch (ExchangeException e) {
      refusal = e;
      return e.code() == ExchangeException.Code.UNAVAILABLE
          ? stopped(node, random, e)
          : e.code().name();
    } catch (Violation e) {
      throw e;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new Violation(Invariant.SOUND, name + " failed", e);
    }
  }

  /// What the last thing done was refused with.
  Optional<ExchangeException> refusal() {
    return Optional.ofNullable(refusal);
  }

  private String stopped(TestNode node, SplittableRandom random, Exception e) {
    Check.that(
        Invariant.SOUND,
        broken.getOrDefault(node, false),
        () -> node.id() + " stopped in " + doing.get(node) + ", its disk whole: " + e);
    restart(node, random);
    return "stopped";
  }

  /// Opens the node again, on a disk that works; one opening in three is killed on the way too.
  void restart(TestNode node, SplittableRandom random) {
    node.crash(random);
    node.store().mend();
    broken.put(node, false);
    doing.put(node, "open");
    passed.put(node, 0);
    if (random.nextInt(3) == 0) {
      node.guillotine().killAfter(random.nextInt(GAPS));
    }
    try {
      node.open();
    } catch (KilledException e) {
      coverage.was(Fault.CRASHED_WHILE_OPENING);
      restart(node, random);
    } catch (ExchangeException e) {
      throw new Violation(Invariant.I6, "a node does not open after a crash", e);
    }
    node.guillotine().rest();
  }
}
