// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.NodeRecords;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.ledger.ConsistencyProof;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.VerifiedCheckpoint;
import lat.enlace.model.NodeId;
import lat.enlace.note.VerifierKey;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;

/// What was seen of each partner's log: this node is its witness, and keeps every head it was
/// shown.
public final class Heads {
  /// How far a partner's clock may be off.
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final Peers peers;

  /// With the node records that say which keys sign.
  public Heads(Peers peers) {
    this.peers = peers;
  }

  /// Verifies the head of an extract: both signatures by the keys of the record for its size, and
  /// that it continues, repeats or precedes what was seen.
  public VerifiedCheckpoint verify(Work work, NodeId node, LogExtract extract)
      throws PeerException {
    SignedCheckpoint signed = parse(extract.checkpoint());
    VerifiedCheckpoint head = signatures(work, node, signed, extract.nodeRecord());
    long size = head.size();
    Optional<SignedCheckpoint> same = seen(work, head.origin().value(), size);
    if (same.isPresent()) {
      requireSameRoot(same.get(), signed);
      return head;
    }
    long last = lastSize(work, node);
    if (size < last || extract.consistency().fromSize() != last) {
      throw new PeerException(PeerException.Code.STALE_PROOF);
    }
    if (last > 0) {
      requireContinues(work, head, extract.consistency());
    }
    return head;
  }

  /// Refuses a head whose own time stamp is too far from this node's clock.
  public void requireClock(Work work, VerifiedCheckpoint head) throws PeerException {
    boolean near =
        head.signedAt()
            .map(at -> Duration.between(at, work.now()).abs())
            .filter(apart -> apart.compareTo(CLOCK_TOLERANCE) <= 0)
            .isPresent();
    if (!near) {
      throw new PeerException(PeerException.Code.CLOCK);
    }
  }

  /// Keeps a verified head.
  public void keep(Work work, VerifiedCheckpoint head) {
    String log = head.origin().value();
    if (seen(work, log, head.size()).isEmpty()) {
      work.put(
          Store.Space.PEER, Keys.of("seen", log, head.size()), Stored.of(head.signed().bytes()));
      if (head.size() >= lastSize(work, log)) {
        work.put(Store.Space.PEER, Keys.of("last", log), Stored.of(head.size()));
      }
    }
  }

  /// The size of the last head seen of the node's log, 0 if none.
  public long lastSize(Work work, NodeId node) {
    return lastSize(work, peers.log(node, work));
  }

  private static long lastSize(Work work, String log) {
    return work.get(Store.Space.PEER, Keys.of("last", log), Long.class).orElse(0L);
  }

  /// The newest head seen of the node's log.
  public Optional<SignedCheckpoint> last(Work work, NodeId node) {
    String log = peers.log(node, work);
    return seen(work, log, lastSize(work, log));
  }

  /// The head of this size of the log called {@code log}, if it was seen.
  public Optional<SignedCheckpoint> seen(Work work, String log, long size) {
    return work.get(Store.Space.PEER, Keys.of("seen", log, size), Bytes.class).map(Heads::stored);
  }

  /// False if the record's log succeeds one of which this node has seen more than the record says
  /// there was, or another head of that size.
  public boolean endsAsSeen(Work work, NodeRecord successor) {
    return successor.succeeds().stream()
        .allMatch(ended ->
            lastSize(work, ended.origin()) <= ended.size()
                && seen(work, ended.origin(), ended.size())
                    .filter(head -> !head.checkpoint().root().equals(ended.root()))
                    .isEmpty());
  }

  /// The log that the node's log succeeds, by its record in force: none or one.
  public List<EndedLog> succeeds(Work work, NodeId node) {
    return peers.inForce(node, work).map(NodeRecord::succeeds).orElse(List.of());
  }

  /// The keys that sign heads of this size of a log of {@code node}.
  public Optional<LogKeys> keys(NodeId node, String log, long size) {
    return peers.of(node).flatMap(all -> all.forHead(log, size)).map(Heads::logKeys);
  }

  private VerifiedCheckpoint signatures(
      Work work, NodeId node, SignedCheckpoint signed, long number) throws PeerException {
    NodeRecords all =
        peers.of(node).orElseThrow(() -> new PeerException(PeerException.Code.UNKNOWN_PEER));
    String log = signed.checkpoint().origin().value();
    if (!log.equals(peers.log(node, work))) {
      throw new PeerException(PeerException.Code.WRONG_ORIGIN);
    }
    LogKeys named =
        all.numbered(number)
            .or(() -> news(all, number))
            .map(Heads::logKeys)
            .orElseThrow(() -> new PeerException(PeerException.Code.NODE_RECORD));
    boolean signing = keys(node, log, signed.checkpoint().size()).filter(named::equals).isPresent();
    if (!signing || all.at(work.now()).isEmpty()) {
      throw new PeerException(PeerException.Code.NODE_RECORD);
    }
    try {
      return named.verify(signed);
    } catch (LedgerException e) {
      throw new PeerException(PeerException.Code.CHECKPOINT, e);
    }
  }

  /// A record that this node has not been told of may come in this very batch: then the keys known
  /// so far must sign its head.
  private static Optional<VerifiedNodeRecord> news(NodeRecords all, long number) {
    return number > all.latest().nodeRecord().number()
        ? Optional.of(all.latest())
        : Optional.empty();
  }

  private void requireContinues(Work work, VerifiedCheckpoint head, ConsistencyPath path)
      throws PeerException {
    SignedCheckpoint last =
        seen(work, head.origin().value(), path.fromSize())
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    ConsistencyProof proof = new ConsistencyProof(path.fromSize(), head.size(), path.hashes());
    try {
      proof.check(last.checkpoint().root(), head.root());
    } catch (LedgerException e) {
      if (proof.contradicts(last.checkpoint().root(), head.root())) {
        Bytes shown = Bytes.concat(path.hashes().stream().map(Hash::value).toList());
        throw new PeerException(last.bytes(), head.signed().bytes(), shown);
      }
      if (e.code() == LedgerException.Code.ROOT_MISMATCH) {
        throw new PeerException(PeerException.Code.INCONSISTENT, e);
      }
      throw new PeerException(PeerException.Code.STALE_PROOF, e);
    }
  }

  private static void requireSameRoot(SignedCheckpoint seen, SignedCheckpoint shown)
      throws PeerException {
    if (!seen.checkpoint().root().equals(shown.checkpoint().root())) {
      throw new PeerException(seen.bytes(), shown.bytes());
    }
  }

  private static LogKeys logKeys(VerifiedNodeRecord verified) {
    NodeRecord nodeRecord = verified.nodeRecord();
    List<VerifierKey> keys = nodeRecord.keys().log();
    VerifierKey first = keys.getFirst();
    VerifierKey second = keys.getLast();
    Origin origin = new Origin(nodeRecord.keys().origin());
    return first.type().postQuantum()
        ? new LogKeys(origin, second, first)
        : new LogKeys(origin, first, second);
  }

  private static SignedCheckpoint parse(Bytes encoded) throws PeerException {
    try {
      return SignedCheckpoint.parse(encoded);
    } catch (LedgerException e) {
      throw new PeerException(PeerException.Code.CHECKPOINT, e);
    }
  }

  private static SignedCheckpoint stored(Bytes encoded) {
    try {
      return SignedCheckpoint.parse(encoded);
    } catch (LedgerException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }
}
