// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

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

  private Peers(Accords accords) {
    this.accords = accords;
  }

  /// Reads all records and verifies each again under the root keys of the adopted instruments.
  public static Peers open(Accords accords, Journal journal) {
    Peers peers = new Peers(accords);
    for (Store.Row row :
        journal.read(view -> view.scan(Store.Space.PEER, "record ", "", Integer.MAX_VALUE))) {
      try {
        peers.remember(peers.read(Stored.read(row.value(), Bytes.class)));
      } catch (InstrumentException | PeerException e) {
        throw new StoreException(StoreException.Code.CORRUPT, e);
      }
    }
    return peers;
  }

  /// Verifies a node record under the root keys of its party and that its number rises.
  public VerifiedNodeRecord verify(Bytes note) throws PeerException {
    try {
      VerifiedNodeRecord verified = read(note);
      extended(verified);
      return verified;
    } catch (InstrumentException e) {
      throw new PeerException(PeerException.Code.NODE_RECORD, e);
    }
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

  /// Verifies a node record under the root keys of its party, wherever its number stands.
  public VerifiedNodeRecord read(Bytes note) throws PeerException {
    PeerException last = new PeerException(PeerException.Code.UNKNOWN_PEER);
    for (Party party : parties()) {
      try {
        return VerifiedNodeRecord.verify(note, party);
      } catch (InstrumentException e) {
        last = new PeerException(PeerException.Code.NODE_RECORD, e);
      }
    }
    throw last;
  }

  private List<Party> parties() {
    return accords.all().stream()
        .flatMap(signed -> signed.instrument().parties().stream())
        .distinct()
        .toList();
  }

  private NodeRecords extended(VerifiedNodeRecord verified) throws InstrumentException {
    NodeRecords known = records.get(verified.nodeRecord().node());
    return known == null ? NodeRecords.startingWith(verified) : known.with(verified);
  }

  private void remember(VerifiedNodeRecord verified) throws InstrumentException {
    records.put(verified.nodeRecord().node(), extended(verified));
  }
}
