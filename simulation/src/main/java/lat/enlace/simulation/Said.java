// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;

/// What people decided, as they themselves told: the watch takes no node's word for it.
final class Said {
  final Set<DispatchId> confirmed = new HashSet<>();
  final Set<DispatchId> admitted = new HashSet<>();
  final Set<DispatchId> authorised = new HashSet<>();
  final Set<DispatchId> needingAuthority = new HashSet<>();
  final Map<DispatchId, Handling> released = new HashMap<>();
  final Map<ItemId, Set<HandlingCode>> handling = new HashMap<>();
  final Map<ItemId, Integer> readings = new HashMap<>();
  final Set<DispatchId> issued = new HashSet<>();
  final Map<DispatchId, Set<String>> stances = new HashMap<>();
  final Set<DispatchId> reportedOn = new HashSet<>();
  final Set<DispatchId> reported = new HashSet<>();
  final Set<ItemId> gone = new HashSet<>();

  /// Agreements that somebody's node has suspended, by its own officers or by the partner's word.
  private final Map<NodeId, Map<InstrumentId, Set<NodeId>>> suspended = new HashMap<>();

  private final Map<NodeId, Set<StateCode>> contested = new HashMap<>();

  /// {@code at} knows that {@code by} suspends.
  void suspended(NodeId at, InstrumentId id, NodeId by) {
    suspended
        .computeIfAbsent(at, _ -> new HashMap<>())
        .computeIfAbsent(id, _ -> new HashSet<>())
        .add(by);
  }

  /// {@code by} takes it back, or nobody can say any more.
  void resumed(NodeId at, InstrumentId id, NodeId by) {
    suspended.getOrDefault(at, Map.of()).getOrDefault(id, new HashSet<>()).remove(by);
  }

  boolean isSuspended(NodeId at, InstrumentId id) {
    return !suspended.getOrDefault(at, Map.of()).getOrDefault(id, Set.of()).isEmpty();
  }

  void contested(NodeId at, StateCode state) {
    contested.computeIfAbsent(at, _ -> new HashSet<>()).add(state);
  }

  void recognised(NodeId at, StateCode state) {
    contested.getOrDefault(at, new HashSet<>()).remove(state);
  }

  boolean isContested(NodeId at, StateCode state) {
    return contested.getOrDefault(at, Set.of()).contains(state);
  }
}
