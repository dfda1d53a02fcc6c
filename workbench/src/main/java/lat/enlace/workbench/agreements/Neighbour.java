// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.Standing;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.page.Tones;

/// A partner at a glance: how far trust goes, and how the link does.
///
/// @param standing the best of the instruments with it
/// @param link its health: none or one
public record Neighbour(NodeId partner, Standing standing, List<Links.LinkHealth> link) {
  /// Copies the list.
  public Neighbour {
    link = List.copyOf(link);
  }

  /// All partners, in the order of their ids.
  public static List<Neighbour> all(Exchange exchange) {
    Map<NodeId, Standing> best = new LinkedHashMap<>();
    exchange.standings().instruments().stream()
        .sorted(Comparator.comparing(Standings.Adopted::partner))
        .forEach(adopted -> best.merge(adopted.partner(), adopted.standing(), Neighbour::better));
    List<Links.LinkHealth> links = exchange.links().health();
    return best.entrySet().stream()
        .map(entry ->
            new Neighbour(
                entry.getKey(),
                entry.getValue(),
                links.stream()
                    .filter(link -> link.partner().equals(entry.getKey()))
                    .limit(1)
                    .toList()))
        .toList();
  }

  /// How far up the ladder, 0 to 5.
  public int rung() {
    return Tones.rung(standing.level());
  }

  /// How the link does, as the last part of message keys under {@code lag.}.
  public String lag() {
    if (link.isEmpty()) {
      return "silent";
    }
    Links.LinkHealth health = link.getFirst();
    if (health.evidence()) {
      return "evidence";
    }
    if (!health.trouble().isEmpty()) {
      return "trouble";
    }
    if (health.waiting() > 0) {
      return "waiting";
    }
    return health.lastHeard().equals(Instant.EPOCH) ? "silent" : "current";
  }

  /// The style of {@link #lag}; the words beside it say the same.
  public String tone() {
    return switch (lag()) {
      case "evidence" -> "late";
      case "trouble", "waiting" -> "soon";
      case "current" -> "fine";
      default -> "still";
    };
  }

  private static Standing better(Standing one, Standing other) {
    return one.level().reaches(other.level()) ? one : other;
  }
}
