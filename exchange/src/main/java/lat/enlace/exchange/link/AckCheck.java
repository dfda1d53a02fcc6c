// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.VerifiedCheckpoint;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.batch.Receipt;

/// Verifies that an acknowledgement is this partner's, for exactly this batch: its head, each
/// receipt in its log, and that each receipt names exactly this node, index and leaf.
final class AckCheck {
  private final Identity own;
  private final Heads heads;

  AckCheck(Identity own, Heads heads) {
    this.own = own;
    this.heads = heads;
  }

  /// What was sent and must be receipted.
  ///
  /// @param head size of the head it was sent under
  record Expected(NodeId partner, Hash batch, List<Long> indexes, List<Hash> leaves, long head) {
    Expected {
      indexes = List.copyOf(indexes);
      leaves = List.copyOf(leaves);
    }
  }

  /// Receipts that are the partner's, in the order of what was sent. Only {@link #check} makes one.
  record Receipted(VerifiedCheckpoint head, List<Receipt> receipts) {
    Receipted {
      receipts = List.copyOf(receipts);
    }
  }

  /// Reads an acknowledgement that answers this batch between these nodes.
  Ack parse(Expected expected, Bytes bytes) throws WireException {
    Ack ack = Ack.parse(bytes);
    if (!ack.batch().equals(expected.batch())
        || !ack.receiver().equals(expected.partner())
        || !ack.sender().equals(own.node())) {
      throw new WireException(WireException.Code.ENVELOPE_MISMATCH);
    }
    return ack;
  }

  Receipted check(Work work, Expected expected, Ack.Accepted ack)
      throws WireException, PeerException {
    VerifiedCheckpoint head = heads.verify(work, expected.partner(), ack.extract());
    List<ProvenEntry> entries = ack.extract().entries();
    if (entries.size() != expected.indexes().size()) {
      throw new PeerException(PeerException.Code.UNPROVEN_ENTRY);
    }
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      BatchCheck.included(head, entries.get(i), EntryType.RECEIPT);
      Receipt receipt = Receipt.parse(entries.get(i).content());
      requireFor(expected, i, receipt);
      receipts.add(receipt);
    }
    return new Receipted(head, receipts);
  }

  private void requireFor(Expected expected, int at, Receipt receipt) throws PeerException {
    if (!receipt.sender().equals(own.node())
        || receipt.senderIndex() != expected.indexes().get(at)
        || !receipt.senderLeaf().equals(expected.leaves().get(at))
        || !receipt.receiver().equals(expected.partner())) {
      throw new PeerException(PeerException.Code.UNPROVEN_ENTRY);
    }
  }
}
