// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.DispatchKind;

/// All gates, tried in their declared order.
final class Gates {
  private static final Map<DispatchKind.Lane, List<Gate>> BY_LANE = compute();

  private Gates() {}

  /// The gates that are closed to the question.
  static Set<Gate> closed(Question question, Context context) {
    EnumSet<Gate> closed = EnumSet.noneOf(Gate.class);
    List<Gate> gates = BY_LANE.getOrDefault(question.route().kind().lane(), List.of());
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).closes(question, context)) {
        closed.add(gates.get(i));
      }
    }
    return closed;
  }

  /// True if the asker may read that at least one of them closed.
  static boolean anyOpenly(Set<Gate> gates) {
    for (Gate gate : gates) {
      if (gate.audience() == Audience.ASKER) {
        return true;
      }
    }
    return false;
  }

  static List<Reason> reasons(Set<Gate> gates) {
    List<Reason> reasons = new ArrayList<>();
    for (Gate gate : gates) {
      reasons.add(new Reason.OfGate(gate));
    }
    return reasons;
  }

  private static Map<DispatchKind.Lane, List<Gate>> compute() {
    Map<DispatchKind.Lane, List<Gate>> all = new EnumMap<>(DispatchKind.Lane.class);
    for (DispatchKind.Lane lane : DispatchKind.Lane.values()) {
      all.put(lane, List.of(Gate.values()).stream().filter(gate -> gate.guards(lane)).toList());
    }
    return all;
  }
}
