// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.Endpoint;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.NodeId;

/// The links, as the node drives them.
public final class LinkDesk implements Links {
  private static final Duration CLEARING = Duration.ofMinutes(1);

  private final LinkParts parts;
  private final Sending sending;
  private final Receiving receiving;
  private final RecordKeeping records;
  private final Wanted wanted;
  private final Told told = new Told();
  private final Rollback rollback;
  private final Upkeep upkeep;
  private Instant nextClearing = Instant.EPOCH;
  private boolean clearing;
  private String clearedTo = "";
  private final Map<NodeId, Backoff> backoffs = new HashMap<>();

  /// @param upkeep what {@link #tick} lets happen besides
  public LinkDesk(LinkParts parts, Intake intake, RecordKeeping records, Upkeep upkeep) {
    this.parts = parts;
    this.records = records;
    this.wanted = new Wanted(parts.peers());
    this.sending = new Sending(parts, intake, told, wanted);
    this.receiving = new Receiving(parts, intake, told, wanted);
    this.rollback = new Rollback(parts.journal(), parts.keys().logSigner().keys());
    this.upkeep = upkeep;
  }

  @Override
  public Optional<Outgoing> next(NodeId partner) throws ExchangeException {
    return backoff(partner).rests(parts.journal().begin().now())
        ? Optional.empty()
        : sending.next(partner);
  }

  @Override
  public void delivered(Outgoing outgoing, Bytes ack) throws ExchangeException {
    Work work = parts.journal().begin();
    Backoff backoff = backoff(outgoing.partner());
    List<String> refused;
    try {
      refused = sending.delivered(work, outgoing, ack);
    } catch (ExchangeException e) {
      backoff.failed(work.now(), e.code().name());
      throw e;
    }
    if (refused.isEmpty()) {
      backoff.succeeded(work.now());
    } else {
      backoff.failed(work.now(), refused.getFirst());
    }
  }

  @Override
  public void failed(Outgoing outgoing, Trouble trouble) {
    backoff(outgoing.partner()).failed(parts.journal().begin().now(), trouble.code());
  }

  @Override
  public Taken take(NodeId authenticated, Bytes envelope) throws ExchangeException {
    Taken taken = receiving.take(authenticated, envelope);
    backoff(authenticated).heard(parts.journal().begin().now());
    return taken;
  }

  @Override
  public Bytes acknowledge(Taken taken) throws ExchangeException {
    return switch (taken) {
      case Taken.In in -> receiving.acknowledge(in);
      case Taken.Not(Bytes refusal) -> refusal;
    };
  }

  @Override
  public Optional<NodeId> ownerOfTlsKey(Hash subjectPublicKeyInfo) {
    return parts.peers().ownerOfTlsKey(subjectPublicKeyInfo, parts.journal().begin());
  }

  @Override
  public Optional<String> endpoint(NodeId partner) {
    return parts
        .peers()
        .inForce(partner, parts.journal().begin())
        .map(inForce -> inForce.endpoints().getFirst())
        .map(Endpoint::value);
  }

  @Override
  public List<Hash> tlsKeys(NodeId partner) {
    return parts
        .peers()
        .inForce(partner, parts.journal().begin())
        .map(inForce -> inForce.keys().tls())
        .orElse(List.of());
  }

  @Override
  public Optional<Bytes> headSeen(NodeId partner) {
    return parts.heads().last(parts.journal().begin(), partner).map(SignedCheckpoint::bytes);
  }

  @Override
  public Optional<Bytes> ownRecord() {
    return records.ownRecord(parts.journal().begin());
  }

  @Override
  public boolean wantsRecord(NodeId partner) {
    return wanted.from(parts.journal().begin(), partner);
  }

  @Override
  public void learnRecord(NodeId partner, Bytes note) throws ExchangeException {
    wanted.asked(partner);
    records.learn(partner, note);
  }

  @Override
  public Optional<Instant> sealedUntil() {
    return records.sealedUntil();
  }

  @Override
  public boolean mustAskForHead(NodeId partner) {
    return told.mustAsk(partner, parts.journal().begin().now());
  }

  @Override
  public void headShown(NodeId partner, Bytes head) throws ExchangeException {
    rollback.judge(head);
    told.settled(partner);
  }

  @Override
  public List<LinkHealth> health() {
    Work work = parts.journal().begin();
    return parts.accords().partners().stream()
        .map(partner ->
            new LinkHealth(
                partner,
                sending.waitingCount(work, partner),
                backoff(partner).lastHeard(),
                trouble(work, partner),
                parts.heads().lastSize(work, partner),
                parts.evidence().against(work, partner)))
        .toList();
  }

  @Override
  public void tick() throws ExchangeException {
    Work work = parts.journal().begin();
    records.tick(work);
    upkeep.always().accept(work);
    if (!work.now().isBefore(nextClearing) || nextClearing.isAfter(work.now().plus(CLEARING))) {
      nextClearing = work.now().plus(CLEARING);
      clearing = true;
      upkeep.eachMinute().accept(work);
    }
    if (clearing) {
      Optional<String> end = sending.clear(work, clearedTo);
      clearing = end.isPresent();
      clearedTo = end.orElse("");
    }
    if (!work.isEmpty()) {
      parts.journal().commit(work);
    }
  }

  private List<String> trouble(Work work, NodeId partner) {
    List<String> known = backoff(partner).trouble();
    return known.isEmpty() && wanted.sealable(work, partner).isEmpty()
        ? List.of(PeerException.Code.NODE_RECORD.name())
        : known;
  }

  private Backoff backoff(NodeId partner) {
    return backoffs.computeIfAbsent(partner, _ -> new Backoff(parts.randomness()));
  }
}
