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
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.InclusionProof;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.Successor;
import lat.enlace.ledger.VerifiedCheckpoint;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.seal.OpenedBatch;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import lat.enlace.wire.seal.SealingKey;

/// Opens a sealed batch and verifies everything about it that can be verified before any dispatch
/// is parsed (invariant I2): one way through, in the order of docs/spec/exchange.md, "Opening".
final class BatchCheck {
  private final Identity own;
  private final NodeKeys keys;
  private final Heads heads;
  private final Peers peers;

  BatchCheck(LinkParts parts) {
    this.own = parts.own();
    this.keys = parts.keys();
    this.heads = parts.heads();
    this.peers = parts.peers();
  }

  /// A batch whose head and entries are verified. Only {@link #check} makes one.
  ///
  /// @param leaves the leaf hash of each entry
  /// @param successor true if the sender's log succeeds another
  record Checked(
      OpenedBatch opened, VerifiedCheckpoint head, List<Hash> leaves, boolean successor) {
    Checked {
      leaves = List.copyOf(leaves);
    }

    /// The origin of the sender's log.
    String log() {
      return head.origin().value();
    }
  }

  Checked check(Work work, NodeId authenticated, Bytes envelope) throws Refusal {
    try {
      OpenedBatch opened = open(authenticated, envelope);
      LogExtract extract = opened.batch().extract();
      VerifiedCheckpoint head = heads.verify(work, authenticated, extract);
      heads.requireClock(work, head);
      List<EndedLog> succeeds = heads.succeeds(work, authenticated);
      if (!succeeds.isEmpty()
          && heads.lastSize(work, authenticated) == 0
          && !beginsWithFirstEntry(extract)) {
        throw new PeerException(PeerException.Code.UNPROVEN_ENTRY);
      }
      List<Hash> leaves = new ArrayList<>();
      for (ProvenEntry entry : extract.entries()) {
        boolean first = entry.leafIndex() == 0 && !succeeds.isEmpty();
        leaves.add(included(head, entry, first ? EntryType.SUCCESSOR : EntryType.DISPATCH));
        if (first) {
          requireEnd(succeeds.getFirst(), entry);
        }
      }
      return new Checked(opened, head, leaves, !succeeds.isEmpty());
    } catch (WireException e) {
      throw new Refusal(e);
    } catch (PeerException e) {
      throw new Refusal(e);
    }
  }

  private static boolean beginsWithFirstEntry(LogExtract extract) {
    return !extract.entries().isEmpty() && extract.entries().getFirst().leafIndex() == 0;
  }

  /// The first entry of a successor log says the same as the record that the root keys signed.
  private static void requireEnd(EndedLog ended, ProvenEntry entry) throws PeerException {
    Checkpoint head = new Checkpoint(new Origin(ended.origin()), ended.size(), ended.root());
    if (!new Successor(head).opening(entry.salt()).content().equals(entry.content())) {
      throw new PeerException(PeerException.Code.UNPROVEN_ENTRY);
    }
  }

  private OpenedBatch open(NodeId authenticated, Bytes envelope)
      throws WireException, PeerException {
    SealedBatch sealed = SealedBatch.parse(envelope);
    if (!sealed.recipient().equals(own.node())) {
      throw new WireException(WireException.Code.ENVELOPE_MISMATCH);
    }
    SealingKey key =
        keys.sealingKey(sealed.recipientRecord())
            .filter(_ -> ofThisLog(sealed.recipientRecord()))
            .orElseThrow(() -> new PeerException(PeerException.Code.OLD_RECORD));
    return Sealer.open(sealed, authenticated, key);
  }

  /// False for a record of a log that has ended: what its reader saw is not of this one.
  private boolean ofThisLog(long number) {
    String log = keys.logSigner().origin().value();
    return peers
        .of(own.node())
        .flatMap(all -> all.numbered(number))
        .filter(one -> one.nodeRecord().keys().origin().equals(log))
        .isPresent();
  }

  /// The leaf hash of an entry that stands under {@code head} as an entry of {@code type}.
  static Hash included(VerifiedCheckpoint head, ProvenEntry entry, EntryType type)
      throws PeerException {
    Hash leaf = new Opening(entry.salt(), entry.content()).commit(type).leafHash();
    try {
      return head.include(leaf, new InclusionProof(entry.leafIndex(), head.size(), entry.path()))
          .leafHash();
    } catch (LedgerException e) {
      throw new PeerException(PeerException.Code.UNPROVEN_ENTRY, e);
    }
  }
}
