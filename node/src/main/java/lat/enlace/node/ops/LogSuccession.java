// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.NodeId;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;

/// Which of its logs a node writes: its first, or the successor of one that ended
/// (docs/spec/ledger.md, "Successor logs").
///
/// @param number 1 for the first log
/// @param ended the highest head known of the log before: none or one
public record LogSuccession(NodeId node, long number, List<SignedCheckpoint> ended) {
  /// Copies the list.
  public LogSuccession {
    ended = List.copyOf(ended);
  }

  /// What the data folder says.
  public static LogSuccession of(DataFolder folder, NodeId node) throws ConfigException {
    if (!Files.exists(folder.succeeds())) {
      return new LogSuccession(node, 1, List.of());
    }
    try {
      return after(node, Bytes.copyOf(Files.readAllBytes(folder.succeeds())));
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.succeeds().toString(), e);
    }
  }

  /// The successor of the log with this head.
  public static LogSuccession after(NodeId node, Bytes head) throws ConfigException {
    try {
      SignedCheckpoint ended = SignedCheckpoint.parse(head);
      String origin = ended.checkpoint().origin().value();
      long before =
          origin.equals(node.value())
              ? 1
              : Long.parseLong(origin.substring(node.value().length() + 1));
      return new LogSuccession(node, before + 1, List.of(ended));
    } catch (LedgerException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new ConfigException(ConfigException.Code.VALUE, "no head of a log of this node", e);
    }
  }

  /// The origin of the present log.
  public String origin() {
    return number == 1 ? node.value() : node.value() + "/" + number;
  }

  /// For the node record: none or one.
  public List<EndedLog> succeeds() {
    return ended.stream().map(SignedCheckpoint::checkpoint).map(LogSuccession::endedLog).toList();
  }

  private static EndedLog endedLog(Checkpoint head) {
    return new EndedLog(head.origin().value(), head.size(), head.root());
  }
}
