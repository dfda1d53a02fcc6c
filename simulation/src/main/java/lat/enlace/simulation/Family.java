// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.List;
import java.util.Set;
import lat.enlace.model.DispatchKind;

/// A family of kinds of dispatch in the simulation: whoever adds kinds adds one of these, and a
/// line in {@link Families} (docs/spec/simulation.md, "Adding a kind").
interface Family {
  /// The kinds that its officers bring about, or that come of what they do.
  Set<DispatchKind> kinds();

  /// The state machines that they move.
  List<Machine> machines();

  /// Its officers at one node.
  Worker at(Desk desk);
}
