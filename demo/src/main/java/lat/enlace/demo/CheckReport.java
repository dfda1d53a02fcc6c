// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The outcome of the whole check, printed last as one JSON object.
record CheckReport(List<StepResult> steps, List<LedgerResult> ledgers, double seconds) {
  /// Copies.
  CheckReport {
    steps = List.copyOf(steps);
    ledgers = List.copyOf(ledgers);
  }

  /// A node's ledger as verified offline at the end.
  record LedgerResult(String node, Path path, long size, boolean ok) {}

  /// A check that ended before its time.
  static CheckReport broken(String why) {
    return new CheckReport(List.of(new StepResult("check-ran", false, why)), List.of(), 0);
  }

  boolean ok() {
    return !steps.isEmpty()
        && steps.stream().allMatch(StepResult::ok)
        && !ledgers.isEmpty()
        && ledgers.stream().allMatch(LedgerResult::ok);
  }

  String json() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode root = mapper.createObjectNode();
    root.put("ok", ok());
    ArrayNode stepList = root.putArray("steps");
    for (StepResult step : steps) {
      stepList
          .addObject()
          .put("name", step.name())
          .put("ok", step.ok())
          .put("detail", step.detail());
    }
    ArrayNode ledgerList = root.putArray("ledgers");
    for (LedgerResult ledger : ledgers) {
      ledgerList
          .addObject()
          .put("node", ledger.node())
          .put("path", ledger.path().toString())
          .put("size", ledger.size())
          .put("ok", ledger.ok());
    }
    root.put("seconds", Math.round(seconds * 10) / 10.0);
    return mapper.writeValueAsString(root);
  }
}
