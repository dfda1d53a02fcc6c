// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// What the officers of one node have at hand.
///
/// @param partners with whom the node has an agreement
record Desk(
    TestNode node, List<TestNode> partners, World world, Watch watch, SplittableRandom random) {
  /// How many people there are; the last ones nobody holds.
  static final int PEOPLE = 14;

  /// Nobody holds these.
  static final int UNKNOWN = 2;

  Desk {
    partners = List.copyOf(partners);
  }

  <T> Optional<T> one(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  TestNode partner() {
    return partners.get(random.nextInt(partners.size()));
  }

  Entity person() {
    return People.any(random.nextInt(PEOPLE));
  }

  /// True once in {@code times}.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }
}
