// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.link.RecordKeeping;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.model.NodeId;

/// Keeps node records fresh while the node runs: takes in what the root keys signed ahead of its
/// time, destroys sealing keys that have ended, learns what partners replaced
/// (docs/spec/node-record.md, "Renewal").
public final class Renewal implements RecordKeeping {
  /// How long before it is in force a record is adopted, and partners are told.
  public static final Duration LEAD = Duration.ofDays(3);

  /// How long after its end a sealing key still opens what was under way.
  static final Duration OVERLAP = Duration.ofDays(1);

  private static final Duration LOOK = Duration.ofMinutes(1);

  private final StandingDesk desk;
  private final StandingDesk.Parts parts;
  private final Journal journal;
  private final Peers peers;
  private final NodeKeys keys;
  private Instant looked = Instant.EPOCH;

  /// With the desk that adopts.
  public Renewal(StandingDesk desk, StandingDesk.Parts parts, NodeKeys keys) {
    this.desk = desk;
    this.parts = parts;
    this.journal = parts.journal();
    this.peers = parts.peers();
    this.keys = keys;
  }

  @Override
  public void tick(Work work) throws ExchangeException {
    Instant now = work.now();
    if (now.isBefore(looked.plus(LOOK)) && !now.isBefore(looked)) {
      return;
    }
    looked = now;
    List<VerifiedNodeRecord> prepared = prepared();
    for (VerifiedNodeRecord next : prepared) {
      NodeRecord coming = next.nodeRecord();
      boolean due = !coming.issued().minus(LEAD).isAfter(now);
      boolean sleptThrough = !coming.keys().sealingUntil().isAfter(now);
      if (due && !sleptThrough && coming.number() > lastNumber()) {
        desk.adopt(work, parts.letters().desk(), next);
      }
    }
    destroyEnded(now, prepared);
  }

  /// Prepared records that the root keys signed; others are as if they were not there.
  private List<VerifiedNodeRecord> prepared() {
    List<VerifiedNodeRecord> found = new ArrayList<>();
    for (Bytes note : keys.preparedRecords()) {
      try {
        VerifiedNodeRecord read = peers.read(note);
        if (read.nodeRecord().keys().log().equals(keys.logSigner().keys().all())) {
          found.add(read);
        }
      } catch (PeerException e) {
        // The folder holds what somebody put there.
      }
    }
    return found;
  }

  private long lastNumber() {
    return peers
        .of(parts.own().node())
        .map(all -> all.latest().nodeRecord().number())
        .orElse(Long.MAX_VALUE);
  }

  private void destroyEnded(Instant now, List<VerifiedNodeRecord> prepared) {
    Map<Long, Instant> ends = new HashMap<>();
    List<VerifiedNodeRecord> known = new ArrayList<>(prepared);
    peers.of(parts.own().node()).ifPresent(all -> known.addAll(all.all()));
    for (VerifiedNodeRecord one : known) {
      ends.put(one.nodeRecord().number(), one.nodeRecord().keys().sealingUntil());
    }
    for (long number : keys.sealingNumbers()) {
      Instant end = ends.getOrDefault(number, Instant.MAX.minus(OVERLAP));
      if (!end.plus(OVERLAP).isAfter(now)) {
        keys.destroySealingKey(number);
      }
    }
  }

  @Override
  public Optional<Bytes> ownRecord(Work work) {
    return peers
        .of(parts.own().node())
        .flatMap(all -> all.at(work.now()))
        .map(one -> one.note().note().bytes());
  }

  @Override
  public void learn(NodeId partner, Bytes note) throws ExchangeException {
    Work work = journal.begin();
    try {
      VerifiedNodeRecord read = peers.read(note);
      if (!read.nodeRecord().node().equals(partner)) {
        throw new PeerException(PeerException.Code.NODE_RECORD);
      }
      boolean known =
          peers
              .of(partner)
              .filter(all -> all.latest().nodeRecord().number() >= read.nodeRecord().number())
              .isPresent();
      if (!known) {
        desk.adopt(work, parts.letters().desk(), peers.verify(work, note));
        journal.commit(work);
      }
    } catch (PeerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "no newer node record of this partner", e);
    }
  }

  @Override
  public Optional<Instant> sealedUntil() {
    List<VerifiedNodeRecord> all = new ArrayList<>(prepared());
    peers.of(parts.own().node()).ifPresent(known -> all.addAll(known.all()));
    return all.stream().map(one -> one.nodeRecord().keys().sealingUntil()).max(Instant::compareTo);
  }
}
