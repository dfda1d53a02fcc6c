// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.TraceEnd;

/// The way of a firearm as linked statements, each with its own source, grading and time: maker,
/// importer, lawful holders in the order stated, seizure (docs/spec/requests.md, "Firearm trace").
/// A link that nobody states is missing from the chain and stands for nothing.
///
/// @param links in the order of the chain
/// @param end where it ends, if that was said in one known code: none or one
public record FirearmTrace(List<Statement> links, List<TraceEnd> end) {
  private static final List<Property> ORDER =
      List.of(Property.MANUFACTURER, Property.IMPORTER, Property.LAWFUL_HOLDER, Property.SEIZED);

  /// Copies.
  public FirearmTrace {
    links = List.copyOf(links);
    end = List.copyOf(end);
  }

  /// The chain that {@code firearm} states.
  public static FirearmTrace of(Entity firearm) {
    List<Statement> links = new ArrayList<>();
    for (Property link : ORDER) {
      firearm.statements().stream().filter(one -> one.property().equals(link)).forEach(links::add);
    }
    List<String> ends = firearm.values(Property.TRACE_END);
    return new FirearmTrace(
        links,
        ends.size() == 1
            ? Coded.find(TraceEnd.class, ends.getFirst()).stream().toList()
            : List.of());
  }

  /// True if it is said once, in a known code, where the chain ends.
  public static boolean endsOnce(Entity firearm) {
    return !of(firearm).end().isEmpty();
  }
}
