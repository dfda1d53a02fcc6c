// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.cli.EnlaceMain;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.model.DispatchId;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.store.SqlStore;
import lat.enlace.node.wiring.Footing;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;

/// When all has been delivered and the nodes have stopped: each ledger is sound from its first
/// entry, and what one sent the other took, each dispatch once.
final class LastAudit {
  private static final String DISPATCH = "dispatch";
  private static final String RECEIPT = "receipt";

  private final Notebook notebook;
  private final Duration ahead;

  /// @param ahead how far the nodes' clocks were ahead in the end
  LastAudit(Notebook notebook, Duration ahead) {
    this.notebook = notebook;
    this.ahead = ahead;
  }

  void run(Map<DemoState, Path> folders)
      throws StepFailedException, ConfigException, KeysException, ExchangeException {
    Map<DemoState, Entries> all = new HashMap<>();
    for (Map.Entry<DemoState, Path> each : folders.entrySet()) {
      verify(each.getKey(), each.getValue());
      all.put(each.getKey(), entries(each.getKey(), each.getValue()));
    }
    all.forEach((from, sent) ->
        all.forEach((to, taken) -> {
          if (!from.equals(to)) {
            compare(from, sent, to, taken);
          }
        }));
  }

  /// Per dispatch, how many entries of either sort name it, and whom they concern.
  private record Entries(Map<String, Integer> sent, Map<String, Integer> taken) {}

  private Entries entries(DemoState state, Path folder)
      throws ConfigException, KeysException, ExchangeException {
    Footing usual = Footing.usual();
    Footing footing =
        new Footing(() -> usual.clock().now().plus(ahead), FileLogStorage::new, SqlStore::new);
    Entries entries = new Entries(new HashMap<>(), new HashMap<>());
    try (OpenNode node = OpenNode.open(new DataFolder(folder), new Unlocker(Map.of()), footing)) {
      List<Records.EntryView> views =
          node.core()
              .with(exchange ->
                  exchange.records().entries(state.officer(state.auditor()), Integer.MAX_VALUE));
      for (Records.EntryView view : views) {
        for (DispatchId about : view.about()) {
          if (view.type().equals(DISPATCH)) {
            entries.sent().merge(about.toString(), 1, Integer::sum);
          } else if (view.type().equals(RECEIPT)) {
            entries.taken().merge(about.toString(), 1, Integer::sum);
          }
        }
      }
    }
    return entries;
  }

  private void compare(DemoState from, Entries sent, DemoState to, Entries taken) {
    String way = from.code() + " to " + to.code() + ": ";
    sent.sent()
        .forEach((id, times) -> {
          if (times > 1) {
            notebook.doubled(way + id + " was sent " + times + " times");
          }
          if (!taken.taken().containsKey(id)) {
            notebook.lost(way + id + " was never taken");
          }
        });
    taken
        .taken()
        .forEach((id, times) -> {
          if (times > 1) {
            notebook.doubled(way + id + " was taken " + times + " times");
          }
          if (!sent.sent().containsKey(id)) {
            notebook.againstPolicy(way + id + " was taken and never sent");
          }
        });
    notebook.say(way + sent.sent().size() + " sent, " + taken.taken().size() + " taken");
  }

  private void verify(DemoState state, Path folder) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        EnlaceMain.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(
                "ledger",
                "verify",
                folder.resolve("ledger").toString(),
                "--keys",
                folder.resolve("ledger.vkeys").toString());
    if (code != 0) {
      notebook.lost(state.code() + " ledger does not verify: " + out + err);
    }
  }
}
