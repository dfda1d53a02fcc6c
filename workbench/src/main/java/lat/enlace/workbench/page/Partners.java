// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.Party;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import org.springframework.stereotype.Component;

/// Which state each node speaks for, as the adopted instruments say; refreshed with every page.
@Component
public class Partners {
  private final Map<NodeId, StateCode> states = new ConcurrentHashMap<>();

  /// The state of a node, if an instrument names it.
  public Optional<StateCode> state(NodeId node) {
    return Optional.ofNullable(states.get(node));
  }

  /// The state of a node given by its id as text, if an instrument names it.
  Optional<StateCode> named(String id) {
    return states.entrySet().stream()
        .filter(entry -> entry.getKey().value().equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  void learn(List<Standings.Adopted> instruments) {
    Map<NodeId, StateCode> fresh = new HashMap<>();
    for (Standings.Adopted adopted : instruments) {
      for (Party party : adopted.instrument().parties()) {
        fresh.put(party.node(), party.state());
      }
    }
    states.putAll(fresh);
  }
}
