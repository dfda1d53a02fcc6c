// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;
import lat.enlace.torture.Notebook.Thing;
import tools.jackson.databind.JsonNode;

/// After a cut: does a node still show all that its officers were told, once, and nothing else?
final class Audit {
  private static final String ENTRIES = "/ledger/entries?limit=1000";

  private final DemoState state;
  private final Api api;
  private final Notebook notebook;
  private final Map<Long, String> roots = new HashMap<>();
  private long size;

  Audit(DemoState state, Api api, Notebook notebook) {
    this.state = state;
    this.api = api;
    this.notebook = notebook;
  }

  void run() throws InterruptedException, StepFailedException {
    for (Shelf shelf : Shelf.values()) {
      shelf(shelf, list(shelf));
    }
    head();
    entries();
  }

  private JsonNode list(Shelf shelf) throws InterruptedException, StepFailedException {
    return seen(api.get(shelf.reader(state), shelf.path()), shelf.path());
  }

  private JsonNode seen(Reply reply, String what) throws StepFailedException {
    if (reply instanceof Reply.Done(JsonNode body)) {
      return body;
    }
    throw new StepFailedException(state.code() + " does not show " + what + ": " + reply);
  }

  private void shelf(Shelf shelf, JsonNode list) {
    Map<String, String> before = notebook.on(state, shelf);
    Set<String> ids = new HashSet<>();
    Set<String> cases = new HashSet<>();
    for (JsonNode each : list) {
      String id = each.path("id").asString();
      String matter = each.path("caseReference").asString("");
      if (!ids.add(id)) {
        notebook.doubled(state.code() + " " + shelf + " " + id);
      }
      if (!matter.isEmpty() && !cases.add(matter + each.path("sent").asBoolean(true))) {
        notebook.doubled(state.code() + " " + shelf + " case " + matter);
      }
      notebook.seen(new Thing(state, shelf, id), each.path("state").asString());
    }
    for (String id : before.keySet()) {
      if (shelf.lasting() && !ids.contains(id)) {
        notebook.lost(state.code() + " " + shelf + " " + id + " " + before.get(id));
      }
    }
  }

  /// The ledger only grows, and has one root for each size.
  private void head() throws InterruptedException, StepFailedException {
    JsonNode head = seen(api.get(state.auditor(), "/ledger/head"), "its head");
    long now = head.get("size").asLong();
    String root = head.get("root").asString();
    if (now < size) {
      notebook.lost(state.code() + " ledger: " + size + " entries were shown, now " + now);
    }
    String before = roots.putIfAbsent(now, root);
    if (before != null && !before.equals(root)) {
      notebook.lost(state.code() + " ledger: two roots for " + now + " entries");
    }
    size = Math.max(size, now);
  }

  /// Among the latest entries no dispatch was sent twice or taken twice.
  private void entries() throws InterruptedException, StepFailedException {
    JsonNode entries = seen(api.get(state.auditor(), ENTRIES), "its entries");
    Set<String> seen = new HashSet<>();
    for (JsonNode each : entries) {
      String type = each.path("type").asString();
      if (type.equals("dispatch") || type.equals("receipt")) {
        for (JsonNode about : each.path("about")) {
          if (!seen.add(type + " " + about.asString())) {
            notebook.doubled(state.code() + " " + type + " of " + about.asString());
          }
        }
      }
    }
  }
}
