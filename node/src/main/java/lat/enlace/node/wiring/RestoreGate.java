// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.LinkHealth;
import lat.enlace.ledger.RestoredLog;
import lat.enlace.model.NodeId;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.ops.GivenUpLog;
import lat.enlace.node.peer.PeerAnswer;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds a restored node back until every partner has said which head of its log he saw last. Only
/// if none saw more than is here does it open; otherwise appending would make two histories.
final class RestoreGate {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreGate.class);

  private final DataFolder folder;
  private final Path marker;
  private volatile boolean open;
  private volatile String reason = "the restored ledger is being compared with its partners";

  RestoreGate(DataFolder folder) {
    this.folder = folder;
    this.marker = folder.restored();
    this.open = !Files.exists(marker);
  }

  boolean isOpen() {
    return open;
  }

  void requireOpen() throws ExchangeException {
    if (!open) {
      throw new ExchangeException(ExchangeException.Code.UNAVAILABLE, reason);
    }
  }

  /// Asks every partner, and opens if all answered and none saw more.
  void compare(Core core, PeerClient client) throws ExchangeException, InterruptedException {
    List<NodeId> partners =
        core.with(exchange -> exchange.links().health()).stream().map(LinkHealth::partner).toList();
    List<Bytes> heads = new ArrayList<>();
    for (NodeId partner : partners) {
      Optional<String> endpoint = core.with(exchange -> exchange.links().endpoint(partner));
      if (endpoint.isEmpty()) {
        because(partner + " has no node record in force");
        return;
      }
      switch (client.headSeen(partner, endpoint.get())) {
        case PeerAnswer.Body(Bytes head) when !head.isEmpty() -> heads.add(head);
        case PeerAnswer.Body _ -> {}
        case PeerAnswer.Failed(var trouble, String detail) -> {
          because(partner + " has not said what it saw: " + trouble.code() + ", " + detail);
          return;
        }
      }
    }
    RestoredLog verdict = core.with(exchange -> exchange.records().compared(heads));
    if (verdict instanceof RestoredLog.Current) {
      int forgotten = core.with(exchange -> exchange.recalling().forgetAgain());
      LOG.atInfo()
          .addKeyValue("event", "restore.forgotten")
          .addKeyValue("items", forgotten)
          .log("what was recalled since the backup is erased again");
    }
    judge(verdict);
  }

  private void judge(RestoredLog verdict) {
    switch (verdict) {
      case RestoredLog.Current() -> {
        try {
          Files.deleteIfExists(marker);
          open = true;
          LOG.atInfo().addKeyValue("event", "restore.open").log("the restored node opens");
        } catch (IOException e) {
          because("the file RESTORED cannot be removed");
        }
      }
      case RestoredLog.Behind(var seen) -> {
        keep(seen.signed().bytes());
        because(
            "a partner saw "
                + seen.size()
                + " entries, more than were restored; see docs/operate/backup.md");
      }
      case RestoredLog.Forked(var seen) ->
          because(
              "a partner holds another history of "
                  + seen.size()
                  + " entries; see docs/operate/backup.md");
    }
  }

  /// What `node succeed` will name as the end of this log.
  private void keep(Bytes head) {
    try {
      GivenUpLog.keep(folder, head);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("event", "restore.head-not-kept").log("a head was not kept");
    }
  }

  private void because(String why) {
    if (!why.equals(reason)) {
      reason = why;
      LOG.atWarn()
          .addKeyValue("event", "restore.held")
          .addKeyValue("why", why)
          .log("the restored node stays read-only");
    }
  }
}
