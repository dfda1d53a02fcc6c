// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Links.Outgoing;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.Receipt;
import lat.enlace.wire.seal.RecipientKey;
import lat.enlace.wire.seal.SealContext;
import lat.enlace.wire.seal.Sealer;

/// Sends what waits for a partner. The same dispatches come again until they are receipted; the
/// envelope around them is made new each time, because head, sealing key and what the partner saw
/// may have changed. The receiver takes each leaf once, so that costs nothing but bytes.
final class Sending {
  private static final int MAX_DISPATCHES = 256;
  private static final int CLEARED_AT_ONCE = 512;
  private static final int MAX_CONTENT_BYTES = 2 * 1024 * 1024;

  private final Identity own;
  private final Journal journal;
  private final Peers peers;
  private final Heads heads;
  private final Evidence evidence;
  private final Randomness randomness;
  private final Intake intake;
  private final Extracts extracts;
  private final AckCheck acks;
  private final Told told;
  private final Wanted wanted;
  private final Map<NodeId, OnItsWay> inFlight = new HashMap<>();
  private final Set<NodeId> madeAnew = new HashSet<>();

  Sending(LinkParts parts, Intake intake, Told told, Wanted wanted) {
    this.told = told;
    this.wanted = wanted;
    this.own = parts.own();
    this.journal = parts.journal();
    this.peers = parts.peers();
    this.heads = parts.heads();
    this.evidence = parts.evidence();
    this.randomness = parts.randomness();
    this.intake = intake;
    this.extracts = parts.extracts();
    this.acks = new AckCheck(parts.own(), parts.heads());
  }

  private record Waiting(long index, OpeningRow row, Dispatch dispatch) {}

  /// What must come back, and the dispatches by index.
  private record OnItsWay(AckCheck.Expected expected, Map<Long, Dispatch> dispatches) {
    OnItsWay {
      dispatches = Map.copyOf(dispatches);
    }
  }

  Optional<Outgoing> next(NodeId partner) throws ExchangeException {
    Work work = journal.begin();
    Optional<NodeRecord> to = peers.inForce(partner, work);
    // Without a key in force the dispatches wait until the partner's next record is known.
    List<Waiting> waiting =
        wanted.sealable(work, partner).isEmpty() ? List.of() : waiting(work, partner);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    List<Extracts.Placed> placed = placed(work, partner, waiting);
    Bytes envelope = seal(work, to.orElseThrow(), waiting, placed);
    AckCheck.Expected expected =
        new AckCheck.Expected(
            partner,
            Hash.sha256(envelope),
            placed.stream().map(Extracts.Placed::index).toList(),
            placed.stream().map(Extracts.Placed::leaf).toList(),
            journal.published().checkpoint().size());
    Map<Long, Dispatch> dispatches = new HashMap<>();
    waiting.forEach(one -> dispatches.put(one.index(), one.dispatch()));
    inFlight.put(partner, new OnItsWay(expected, dispatches));
    return Optional.of(new Outgoing(partner, envelope, placed.getFirst().index(), placed.size()));
  }

  /// Applies the partner's answer.
  ///
  /// @return a code of trouble if the partner refused: none or one
  List<String> delivered(Work work, Outgoing outgoing, Bytes ack) throws ExchangeException {
    OnItsWay onItsWay = inFlight.get(outgoing.partner());
    if (onItsWay == null || !onItsWay.expected().batch().equals(Hash.sha256(outgoing.envelope()))) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_RECEIPT, "this batch is not on its way");
    }
    AckCheck.Expected expected = onItsWay.expected();
    try {
      return switch (acks.parse(expected, ack)) {
        case Ack.Accepted accepted -> {
          receipted(work, onItsWay, acks.check(work, expected, accepted));
          yield List.of();
        }
        case Ack.Refused refused -> refused(outgoing.partner(), refused);
      };
    } catch (PeerException e) {
      if (!e.heads().isEmpty()) {
        evidence.keep(work, outgoing.partner(), e.heads());
        journal.commit(work);
      }
      throw wrongReceipt(e);
    } catch (WireException e) {
      throw wrongReceipt(e);
    }
  }

  /// Of what waits, and before all else the first entry of a successor log to who may not know it.
  private List<Extracts.Placed> placed(Work work, NodeId partner, List<Waiting> waiting) {
    List<Extracts.Placed> placed = new ArrayList<>();
    if (told.size(partner) == 0 && !heads.succeeds(work, own.node()).isEmpty()) {
      placed.add(extracts.placed(0));
    }
    waiting.forEach(one -> placed.add(new Extracts.Placed(one.index(), one.row())));
    return placed;
  }

  int waitingCount(Work work, NodeId partner) {
    return Math.toIntExact(outbox(work, partner).count());
  }

  private void receipted(Work work, OnItsWay onItsWay, AckCheck.Receipted receipted)
      throws ExchangeException {
    AckCheck.Expected expected = onItsWay.expected();
    for (int i = 0; i < expected.indexes().size(); i++) {
      long index = expected.indexes().get(i);
      Receipt receipt = receipted.receipts().get(i);
      String key = Keys.of(expected.partner(), index);
      if (work.get(Store.Space.OUTBOX, key).isPresent()) {
        Dispatch dispatch = onItsWay.dispatches().get(index);
        intake.delivered(work, dispatch == null ? dispatchAt(index) : dispatch, receipt);
        RefusedRow.keep(work, expected.partner(), true, receipt);
        work.delete(Store.Space.OUTBOX, key);
        work.put(
            Store.Space.INBOX,
            Rows.receipt(expected.partner(), index),
            Stored.of(Extracts.bytes(receipt)));
      }
    }
    heads.keep(work, receipted.head());
    told.believe(expected.partner(), expected.head());
    madeAnew.remove(expected.partner());
    journal.commit(work);
    inFlight.remove(expected.partner());
  }

  /// A proof that began at the wrong head is made anew from the right one, at once the first time:
  /// after a restart nobody remembers the right one. A partner that keeps moving it is trouble.
  private List<String> refused(NodeId partner, Ack.Refused refused) {
    if (wanted.refused(partner, refused.code())) {
      // The partner may speak of a log that has ended.
      return List.of(refused.code().value());
    }
    if (refused.lastSeenSize() > journal.size()) {
      told.claimsMore(partner);
      return List.of(PeerException.Code.AHEAD.name());
    }
    told.believe(partner, refused.lastSeenSize());
    boolean stale = refused.code().value().equals(PeerException.Code.STALE_PROOF.name());
    return stale && madeAnew.add(partner) ? List.of() : List.of(refused.code().value());
  }

  /// As many, in order, as one batch holds: by number, by bytes, and by the instruments they rest
  /// on. The rest goes with the batches after it.
  private List<Waiting> waiting(Work work, NodeId partner) {
    List<Waiting> all = new ArrayList<>();
    Set<Hash> instruments = new HashSet<>();
    int bytes = 0;
    for (Store.Row row : (Iterable<Store.Row>) outbox(work, partner)::iterator) {
      Waiting one = waiting(row);
      // Created while this clock was ahead, it would be refused for good: it leaves in its time.
      boolean due = !one.dispatch().header().created().isAfter(work.now());
      if (!due || !intake.mayLeave(work, one.dispatch())) {
        // What is held back must not keep what may leave, the floor above all, from leaving.
        continue;
      }
      bytes += one.row().content().size();
      instrument(one.dispatch()).ifPresent(instruments::add);
      boolean full =
          all.size() == MAX_DISPATCHES
              || bytes > MAX_CONTENT_BYTES
              || instruments.size() > SealContext.MAX_INSTRUMENTS;
      if (full && !all.isEmpty()) {
        return all;
      }
      all.add(one);
    }
    return all;
  }

  // By the page: a batch takes the first rows of what may be a very long queue.
  private static Stream<Store.Row> outbox(Work work, NodeId partner) {
    return Stream.iterate(
            page(work, partner, ""),
            page -> !page.isEmpty(),
            page ->
                page.size() < MAX_DISPATCHES
                    ? List.of()
                    : page(work, partner, page.getLast().key()))
        .flatMap(List::stream);
  }

  private static List<Store.Row> page(Work work, NodeId partner, String after) {
    return work.scan(Store.Space.OUTBOX, partner + " ", after, MAX_DISPATCHES);
  }

  private Waiting waiting(Store.Row row) {
    OpeningRow opening =
        journal
            .opening(Stored.read(row.value(), String.class))
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    return new Waiting(Keys.number(Keys.last(row.key())), opening, Written.read(opening.content()));
  }

  /// Takes out of one page of the outboxes what can never leave. A whole queue decided again at
  /// once would hold everybody up.
  ///
  /// @param after the key the page before ended with; empty for the first
  /// @return the key this page ends with; nothing if it was the last
  Optional<String> clear(Work work, String after) throws ExchangeException {
    List<Store.Row> page = work.scan(Store.Space.OUTBOX, "", after, CLEARED_AT_ONCE);
    for (Store.Row row : page) {
      Dispatch dispatch = waiting(row).dispatch();
      if (intake.neverLeaves(work, dispatch)) {
        work.delete(Store.Space.OUTBOX, row.key());
        intake.stranded(work, dispatch);
      }
    }
    return page.size() < CLEARED_AT_ONCE ? Optional.empty() : Optional.of(page.getLast().key());
  }

  private Bytes seal(Work work, NodeRecord to, List<Waiting> waiting, List<Extracts.Placed> placed)
      throws ExchangeException {
    NodeId partner = to.node();
    Batch batch =
        new Batch(
            own.node(),
            partner,
            to.number(),
            heads.lastSize(work, partner),
            extracts.of(placed, told.size(partner), newest(waiting)));
    try {
      Bytes key =
          to.keys()
              .sealingAt(work.now())
              .orElseThrow(() -> new PeerException(PeerException.Code.NODE_RECORD))
              .publicKey();
      return Sealer.seal(
              batch,
              List.copyOf(instruments(waiting)),
              RecipientKey.parse(key),
              randomness.next(Sealer.RANDOMNESS_BYTES))
          .toBytes();
    } catch (WireException | PeerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "nothing can be sealed to this partner", e);
    }
  }

  private static Instant newest(List<Waiting> waiting) {
    return waiting.stream()
        .map(one -> one.dispatch().header().created())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static NavigableSet<Hash> instruments(List<Waiting> waiting) {
    NavigableSet<Hash> texts = new TreeSet<>();
    waiting.forEach(one -> instrument(one.dispatch()).ifPresent(texts::add));
    return texts;
  }

  private static Optional<Hash> instrument(Dispatch dispatch) {
    return dispatch.header().basis().cited().map(InstrumentRef::text);
  }

  private Dispatch dispatchAt(long index) {
    return Written.read(extracts.placed(index).row().content());
  }

  private static ExchangeException wrongReceipt(Exception cause) {
    return new ExchangeException(
        ExchangeException.Code.WRONG_RECEIPT, "no receipt of this partner for this batch", cause);
  }
}
