// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench;

import java.util.List;
import java.util.Locale;
import lat.enlace.bench.measure.Measure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A benchmark's figures, for people or for machines.
record Report(String benchmark, Machine machine, List<Measure> measures) {
  /// Copies the measures.
  Report {
    measures = List.copyOf(measures);
  }

  /// The one JSON object of docs/architecture.md.
  String json() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode root = mapper.createObjectNode();
    root.put("benchmark", benchmark);
    ObjectNode on = root.putObject("machine");
    on.put("cpu", machine.cpu());
    on.put("cores", machine.cores());
    on.put("memoryBytes", machine.memoryBytes());
    on.put("java", machine.java());
    ArrayNode list = root.putArray("measures");
    for (Measure measure : measures) {
      ObjectNode one = list.addObject();
      one.put("name", measure.name());
      one.put("value", measure.median());
      one.put("unit", measure.unit());
      for (Measure.Peer peer : measure.peer()) {
        one.put("peer", peer.name());
        one.put("peerValue", peer.value());
        one.put("ratio", measure.median() / peer.value());
      }
      one.put("runs", measure.runs().size());
      one.put("min", measure.min());
      one.put("median", measure.median());
      one.put("max", measure.max());
    }
    return mapper.writeValueAsString(root);
  }

  /// A table.
  String text() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%s on %s, %d cores, Java %s%n",
            benchmark,
            machine.cpu(),
            machine.cores(),
            machine.java()));
    for (Measure measure : measures) {
      table.append(
          String.format(
              Locale.ROOT,
              "  %-24s %,14.2f %-6s (%,.2f .. %,.2f over %d runs)",
              measure.name(),
              measure.median(),
              measure.unit(),
              measure.min(),
              measure.max(),
              measure.runs().size()));
      for (Measure.Peer peer : measure.peer()) {
        table.append(
            String.format(
                Locale.ROOT,
                "  %s %,.2f, ratio %.1f",
                peer.name(),
                peer.value(),
                measure.median() / peer.value()));
      }
      table.append(System.lineSeparator());
    }
    return table.toString();
  }
}
