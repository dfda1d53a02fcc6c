// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.TestNode;

/// Runs seeds until one of them shows that something is wrong. Called in {@link PlantedClasses},
/// with nothing but types of the platform across.
public final class Trial {
  private static final int STEPS = 24;

  private Trial() {}

  /// What the first seed that fails shows, or an empty text if all of them pass.
  public static String run(long seeds) {
    Campaign campaign = begun();
    if (campaign == null) {
      return "SOUND before the first step";
    }
    for (long seed = 0; seed < seeds; seed++) {
      List<Campaign.Failure> failure = campaign.one(seed, _ -> {}).failure();
      if (!failure.isEmpty()) {
        Campaign.Failure first = failure.getFirst();
        return first.invariant() + " at step " + first.step() + " of seed " + seed;
      }
      String shorter = seed == 0 ? shorter() : "";
      if (!shorter.isEmpty()) {
        return shorter;
      }
    }
    return "";
  }

  private static @org.jspecify.annotations.Nullable Campaign begun() {
    try {
      return new Campaign();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return null;
    }
  }

  /// I12, or whatever else a short run of the first seed shows.
  private static String shorter() {
    try {
      return disks().equals(disks()) ? "" : "I12: two runs of one seed are not the same";
    } catch (Violation e) {
      return e.invariant() + " in a short run of seed 0";
    }
  }

  /// I12: what stands on all disks after some steps.
  private static List<String> disks() {
    try {
      Simulation simulation = new Simulation(new Cast(), 0, _ -> {});
      simulation.run(STEPS);
      List<String> all = new ArrayList<>();
      for (TestNode node : simulation.nodes()) {
        all.addAll(node.store().dump());
      }
      return all;
    } catch (ExchangeException e) {
      throw new Violation(Invariant.SOUND, "a seed that passed does not pass again", e);
    }
  }
}
