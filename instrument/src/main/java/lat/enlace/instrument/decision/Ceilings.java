// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchKind;

/// The ceilings of {@link AgencyKind}, computed once.
final class Ceilings {
  private static final Map<AgencyKind, Set<DispatchKind>> BY_AGENCY = compute();

  private Ceilings() {}

  static boolean allow(AgencyKind agency, DispatchKind kind) {
    Set<DispatchKind> ceiling = BY_AGENCY.get(agency);
    return ceiling != null && ceiling.contains(kind);
  }

  private static Map<AgencyKind, Set<DispatchKind>> compute() {
    Map<AgencyKind, Set<DispatchKind>> all = new EnumMap<>(AgencyKind.class);
    for (AgencyKind agency : AgencyKind.values()) {
      all.put(agency, agency.ceiling());
    }
    return all;
  }
}
