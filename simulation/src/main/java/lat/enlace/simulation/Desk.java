// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
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

  private static final Set<Property> NAMED =
      Set.of(Property.NAME, Property.BIRTH_DATE, Property.ID_NUMBER);

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

  /// A person by what forms of requests have fields for.
  Entity named() {
    Entity whole = person();
    return new Entity(
        whole.id(),
        whole.schema(),
        whole.statements().stream().filter(one -> NAMED.contains(one.property())).toList());
  }

  /// The prosecutors whom the agreements of this node name.
  List<Officer> prosecutors() {
    String state = node.identity().state().value().toLowerCase(Locale.ROOT);
    List<Officer> all = new ArrayList<>();
    for (String agency : world.prosecutors(node)) {
      String name = agency.substring(state.length() + 1);
      all.add(node.officer(name, AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY));
    }
    return all;
  }

  /// True once in {@code times}.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }
}
