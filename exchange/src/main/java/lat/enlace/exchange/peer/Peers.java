// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.NodeRecords;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.model.NodeId;

/// The node records of this node and its partners, all numbers, so that what was proved under an
/// old key still verifies.
public final class Peers {
  private final Accords accords;
  private final Map<NodeId, NodeRecords> records = new TreeMap<>();
  private final Verified verified = new Verified();

  private Peers(Accords accords) {
    this.accords = accords;
  }

  /// Reads all records and verifies each again under the root keys of the adopted instruments.
  public static Peers open(Accords accords, Journal journal) {
    Peers peers = new Peers(accords);
    for (Store.Row row :
        journal.read(view -> view.scan(Store.Space.PEER, "record ", "", Integer.MAX_VALUE))) {
      try {
        Bytes note = Stored.read(row.value(), Bytes.class);
        peers.remember(peers.read(note, accords.everyParty()));
      } catch (InstrumentException | PeerException e) {
        throw new StoreException(StoreException.Code.CORRUPT, e);
      }
    }
    return peers;
  }

  /// Verifies a node record under the root keys that an instrument in its present text names for
  /// the party, that its number rises above those known and those adopted in {@code work}, and that
  /// it claims no TLS key of another node: by that key alone batches find their sender.
  public VerifiedNodeRecord verify(Work work, Bytes note) throws PeerException {
    try {
      VerifiedNodeRecord verified = read(note);
      extended(history(work, verified.nodeRecord().node()), verified);
      requireOwnTlsKeys(work, verified.nodeRecord());
      return verified;
    } catch (InstrumentException e) {
      throw new PeerException(PeerException.Code.NODE_RECORD, e);
    }
  }

  private void requireOwnTlsKeys(Work work, NodeRecord added) throws PeerException {
    for (NodeId other : records.keySet()) {
      boolean claimed =
          inForce(other, work)
              .filter(inForce -> !Collections.disjoint(inForce.keys().tls(), added.keys().tls()))
              .isPresent();
      if (claimed && !other.equals(added.node())) {
        throw new PeerException(PeerException.Code.NODE_RECORD);
      }
    }
  }

  /// What is known of a node, with what {@code work} adopted.
  private List<VerifiedNodeRecord> history(Work work, NodeId node) throws PeerException {
    List<VerifiedNodeRecord> all = new ArrayList<>();
    for (Store.Row row :
        work.scan(Store.Space.PEER, Keys.of("record", node, ""), "", Integer.MAX_VALUE)) {
      all.add(read(Stored.read(row.value(), Bytes.class), accords.everyParty()));
    }
    return all;
  }

  /// Adopts a record; in force once durable.
  public void adopt(Work work, VerifiedNodeRecord verified) {
    NodeRecord added = verified.nodeRecord();
    work.put(
        Store.Space.PEER,
        Keys.of("record", added.node(), added.number()),
        Stored.of(verified.note().note().bytes()));
    work.afterwards(() -> {
      try {
        remember(verified);
      } catch (InstrumentException e) {
        throw new IllegalStateException("verified before", e);
      }
    });
  }

  /// The records of {@code node}.
  public Optional<NodeRecords> of(NodeId node) {
    return Optional.ofNullable(records.get(node));
  }

  /// The record of {@code node} in force now.
  public Optional<NodeRecord> inForce(NodeId node, Work work) {
    return of(node).flatMap(all -> all.at(work.now())).map(VerifiedNodeRecord::nodeRecord);
  }

  /// The origin of the log of {@code node}: that of the highest record issued by now, and its own
  /// name before any.
  public String log(NodeId node, Work work) {
    return of(node).stream()
        .flatMap(all -> all.all().reversed().stream())
        .map(VerifiedNodeRecord::nodeRecord)
        .filter(one -> !one.issued().isAfter(work.now()))
        .map(one -> one.keys().origin())
        .findFirst()
        .orElse(node.value());
  }

  /// The node whose record in force names this TLS key.
  public Optional<NodeId> ownerOfTlsKey(Hash subjectPublicKeyInfo, Work work) {
    return records.keySet().stream()
        .filter(node ->
            inForce(node, work)
                .filter(inForce -> inForce.keys().tls().contains(subjectPublicKeyInfo))
                .isPresent())
        .findFirst();
  }

  /// Verifies a node record under the root keys that an instrument in its present text names for
  /// its party, wherever its number stands.
  public VerifiedNodeRecord read(Bytes note) throws PeerException {
    return read(note, accords.parties());
  }

  private VerifiedNodeRecord read(Bytes note, List<Party> parties) throws PeerException {
    PeerException last = new PeerException(PeerException.Code.UNKNOWN_PEER);
    for (Party party : parties) {
      try {
        return verified.verify(note, party);
      } catch (InstrumentException e) {
        last = new PeerException(PeerException.Code.NODE_RECORD, e);
      }
    }
    throw last;
  }

  private static NodeRecords extended(List<VerifiedNodeRecord> known, VerifiedNodeRecord added)
      throws InstrumentException {
    if (known.isEmpty()) {
      return NodeRecords.startingWith(added);
    }
    NodeRecords all = NodeRecords.startingWith(known.getFirst());
    for (VerifiedNodeRecord next : known.subList(1, known.size())) {
      all = all.with(next);
    }
    return all.with(added);
  }

  private void remember(VerifiedNodeRecord verified) throws InstrumentException {
    NodeId node = verified.nodeRecord().node();
    List<VerifiedNodeRecord> known = of(node).map(NodeRecords::all).orElse(List.of());
    records.put(node, extended(known, verified));
  }
}
