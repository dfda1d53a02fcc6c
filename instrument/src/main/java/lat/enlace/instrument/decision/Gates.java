// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.DispatchKind;

/// All gates, tried in their declared order. A set of gates is a bit mask by ordinal, so that an
/// open road costs no allocation.
final class Gates {
  private static final Map<DispatchKind.Lane, List<Gate>> BY_LANE = compute();
  private static final int CONCEALED = concealedMask();

  private Gates() {}

  /// The gates that are closed to the question.
  static int closed(Question question, Context context) {
    int closed = 0;
    List<Gate> gates = BY_LANE.getOrDefault(question.route().kind().lane(), List.of());
    for (int i = 0; i < gates.size(); i++) {
      Gate gate = gates.get(i);
      if (gate.closes(question, context)) {
        closed |= bit(gate);
      }
    }
    return closed;
  }

  /// True if the asker may read that at least one of them closed.
  static boolean anyOpenly(int gates) {
    return (gates & ~CONCEALED) != 0;
  }

  static List<Reason> reasons(int gates) {
    List<Reason> reasons = new ArrayList<>();
    for (Gate gate : Gate.values()) {
      if ((gates & bit(gate)) != 0) {
        reasons.add(new Reason.OfGate(gate));
      }
    }
    return reasons;
  }

  private static int bit(Gate gate) {
    return 1 << gate.ordinal();
  }

  private static int concealedMask() {
    int mask = 0;
    for (Gate gate : Gate.values()) {
      if (gate.audience() == Audience.RIGHTS_OFFICER) {
        mask |= bit(gate);
      }
    }
    return mask;
  }

  private static Map<DispatchKind.Lane, List<Gate>> compute() {
    Map<DispatchKind.Lane, List<Gate>> all = new EnumMap<>(DispatchKind.Lane.class);
    for (DispatchKind.Lane lane : DispatchKind.Lane.values()) {
      all.put(lane, List.of(Gate.values()).stream().filter(gate -> gate.guards(lane)).toList());
    }
    return all;
  }
}
