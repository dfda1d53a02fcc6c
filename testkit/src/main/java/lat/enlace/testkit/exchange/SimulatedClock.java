// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.Duration;
import java.time.Instant;
import lat.enlace.exchange.port.Clock;

/// The clock of one node: the time of the world, shared, and how far this clock is off.
public final class SimulatedClock implements Clock {
  /// The time all nodes share.
  public static final class World {
    private Instant now;

    /// Begins at {@code start}.
    public World(Instant start) {
      this.now = start;
    }

    /// The true time.
    public Instant now() {
      return now;
    }

    /// Lets time pass.
    public void pass(Duration time) {
      now = now.plus(time);
    }
  }

  private final World world;
  private Duration off = Duration.ZERO;

  /// A clock that is right.
  public SimulatedClock(World world) {
    this.world = world;
  }

  /// Sets the clock wrong by {@code by}.
  public void skew(Duration by) {
    off = by;
  }

  @Override
  public Instant now() {
    return world.now().plus(off);
  }
}
