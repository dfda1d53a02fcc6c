// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.ledger.ConsistencyProof;
import lat.enlace.ledger.InclusionProof;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.batch.Receipt;

/// Makes extracts of this node's own log.
final class Extracts {
  private final Identity own;
  private final Journal journal;
  private final Peers peers;

  Extracts(Identity own, Journal journal, Peers peers) {
    this.own = own;
    this.journal = journal;
    this.peers = peers;
  }

  /// An entry of this log and what it commits to.
  record Placed(long index, OpeningRow row) {
    /// Its leaf hash.
    Hash leaf() {
      return row.opening().commit(row.type()).leafHash();
    }
  }

  /// The entry at {@code index}.
  Placed placed(long index) {
    return new Placed(
        index,
        journal
            .at(index)
            .flatMap(journal::opening)
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT)));
  }

  /// The entries {@code placed} under the present head, with the proof that it continues the head
  /// of {@code seen} entries.
  ///
  /// @param least time before which the head must not have been signed
  LogExtract of(List<Placed> placed, long seen, Instant least) throws ExchangeException {
    SignedCheckpoint head = journal.freshHead(least);
    LogView view = journal.view();
    ConsistencyProof consistency =
        journal.guarded(() -> view.consistencyFrom(Math.min(seen, view.size())));
    List<ProvenEntry> entries = new ArrayList<>();
    for (Placed one : placed) {
      InclusionProof path = journal.guarded(() -> view.inclusion(one.index()));
      entries.add(new ProvenEntry(one.index(), one.row().salt(), path.path(), one.row().content()));
    }
    return new LogExtract(
        recordNumber(head),
        head.bytes(),
        new ConsistencyPath(consistency.fromSize(), consistency.path()),
        entries);
  }

  /// The oldest record with the keys that sign heads of this size, which partners know longest.
  private long recordNumber(SignedCheckpoint head) throws ExchangeException {
    String log = head.checkpoint().origin().value();
    long size = head.checkpoint().size();
    return peers
        .of(own.node())
        .flatMap(all ->
            all.forHead(log, size)
                .map(VerifiedNodeRecord::nodeRecord)
                .flatMap(latest ->
                    all.all().stream()
                        .map(VerifiedNodeRecord::nodeRecord)
                        .filter(one -> one.keys().log().equals(latest.keys().log()))
                        .findFirst()))
        .orElseThrow(() ->
            new ExchangeException(
                ExchangeException.Code.NOT_TRUSTED, "this node has no node record"))
        .number();
  }

  static Bytes bytes(Receipt receipt) {
    try {
      return receipt.toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("a receipt of this node's own time has a form", e);
    }
  }

  static Bytes bytes(Ack ack) {
    try {
      return ack.toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("receipts are smaller than what they receipt", e);
    }
  }
}
