// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Links.Taken;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.batch.Receipt;
import lat.enlace.wire.dispatch.DispatchCodec;

/// Takes batches in: verify, once only, parse, refuse or let take effect, receipt, durable, ack
/// (docs/spec/exchange.md, "Opening" and "Receipt"). One append and two transactions per batch, or
/// for many batches together.
final class Receiving {
  /// How old a dispatch about a person's case may be when it arrives: links may be down for weeks.
  /// The floor and governance have no such age: relations may be broken off for years, and what was
  /// recalled meanwhile is recalled still.
  private static final Duration OLDEST = Duration.ofDays(60);

  private static final Duration BETWEEN_ENTRIES = Duration.ofHours(1);

  private final Identity own;
  private final Journal journal;
  private final Accords accords;
  private final Heads heads;
  private final Evidence evidence;
  private final Decider decider;
  private final BatchCheck check;
  private final Intake intake;
  private final Extracts extracts;
  private final Told told;
  private final Wanted wanted;

  Receiving(LinkParts parts, Intake intake, Told told, Wanted wanted) {
    this.told = told;
    this.wanted = wanted;
    this.own = parts.own();
    this.journal = parts.journal();
    this.accords = parts.accords();
    this.heads = parts.heads();
    this.evidence = parts.evidence();
    this.decider = parts.decider();
    this.check = new BatchCheck(parts);
    this.intake = intake;
    this.extracts = parts.extracts();
  }

  Taken take(NodeId authenticated, Bytes envelope) throws ExchangeException {
    Work work = journal.begin();
    try {
      BatchCheck.Checked batch = check.check(work, authenticated, envelope);
      requireNotAhead(authenticated, batch);
      takeAll(work, authenticated, batch);
      heads.keep(work, batch.head());
      journal.commit(work);
      return new Taken.In(
          authenticated,
          batch.log(),
          batch.opened().sealedHash(),
          batch.opened().batch().extract().entries().stream().map(ProvenEntry::leafIndex).toList(),
          batch.opened().batch().recipientSeen());
    } catch (Refusal refusal) {
      return new Taken.Not(refused(authenticated, envelope, refusal));
    }
  }

  /// A partner that verified entries which this ledger does not hold any more must show them: if it
  /// can, this node was rolled back and stops; its word alone stops nothing but its own batch.
  private void requireNotAhead(NodeId from, BatchCheck.Checked batch) throws Refusal {
    if (batch.opened().batch().recipientSeen() > journal.size()) {
      told.claimsMore(from);
      throw new Refusal(new PeerException(PeerException.Code.AHEAD));
    }
  }

  private void takeAll(Work work, NodeId from, BatchCheck.Checked batch) throws ExchangeException {
    List<ProvenEntry> entries = batch.opened().batch().extract().entries();
    for (int i = 0; i < entries.size(); i++) {
      Hash leaf = batch.leaves().get(i);
      ProvenEntry entry = entries.get(i);
      Optional<Rows.Inbox> before =
          work.get(Store.Space.INBOX, Rows.inbox(batch.log(), entry.leafIndex()), Rows.Inbox.class);
      if (before.isEmpty()) {
        takeFirst(work, from, batch, entry, leaf);
      } else if (journal.find(before.get().receipt()).isEmpty()) {
        receiptAgain(work, new Leaf(from, batch.log(), entry, leaf), before.get());
      }
    }
  }

  /// The receipt stands in a log of this node that has ended: it is entered in this one too.
  private void receiptAgain(Work work, Leaf leaf, Rows.Inbox before) {
    OpeningRow row = journal.opening(before.receipt()).orElseThrow();
    String opening =
        work.enter(Draft.kept(EntryType.RECEIPT, row.content(), row.about(), List.of(leaf.from())));
    work.put(
        Store.Space.INBOX,
        Rows.inbox(leaf.log(), leaf.entry().leafIndex()),
        new Rows.Inbox(opening, leaf.hash()));
  }

  private void takeFirst(
      Work work, NodeId from, BatchCheck.Checked batch, ProvenEntry entry, Hash leaf)
      throws ExchangeException {
    Leaf proved = new Leaf(from, batch.log(), entry, leaf);
    if (batch.successor() && (entry.leafIndex() == 0 || cameBefore(work, from, entry))) {
      receipt(work, proved, new Receipt.Outcome.Accepted(), List.of());
      return;
    }
    Dispatch dispatch;
    try {
      dispatch = parse(work, from, batch, entry);
    } catch (WireException e) {
      decider.enterRefusedInput(work, from, "dispatch", e.code().name());
      receipt(work, proved, refusedBy(ErrorCode.of(e.code())), List.of());
      return;
    } catch (PeerException e) {
      decider.enterRefusedInput(work, from, "dispatch", e.code().name());
      receipt(work, proved, refusedBy(e.errorCode()), List.of());
      return;
    }
    DispatchId id = dispatch.header().id();
    keepProof(work, from, batch, entry, id);
    Received received =
        new Received(
            from, batch.log(), accords.stateOf(from).orElseThrow(), entry.leafIndex(), dispatch);
    List<ErrorCode> refusal = intake.refusal(work, received);
    if (refusal.isEmpty()) {
      receipt(work, proved, new Receipt.Outcome.Accepted(), List.of(id));
      intake.take(work, received);
    } else {
      receipt(work, proved, refusedBy(refusal.getFirst()), List.of(id));
    }
  }

  /// True if the same bytes came under the log that ended: its owner does not remember.
  private static boolean cameBefore(Work work, NodeId from, ProvenEntry entry) {
    try {
      return work.get(
              Store.Space.INBOX,
              Rows.byDispatch(from, DispatchCodec.decode(entry.content()).header().id()))
          .map(key -> Stored.read(key, String.class))
          .flatMap(key -> work.get(Store.Space.OPENING, key, Rows.Proof.class))
          .filter(proof -> proof.content().equals(entry.content()))
          .isPresent();
    } catch (WireException e) {
      return false;
    }
  }

  private Dispatch parse(Work work, NodeId from, BatchCheck.Checked batch, ProvenEntry entry)
      throws WireException, PeerException {
    Dispatch dispatch = DispatchCodec.decode(entry.content());
    if (!dispatch.header().from().equals(from)
        || !dispatch.header().to().equals(own.node())
        || !batch.opened().covers(dispatch.header().basis())) {
      throw new WireException(WireException.Code.ENVELOPE_MISMATCH);
    }
    var created = dispatch.header().created();
    boolean stale =
        !dispatch.header().kind().staysOpen() && created.isBefore(work.now().minus(OLDEST));
    if (stale || created.isAfter(work.now().plus(Heads.CLOCK_TOLERANCE))) {
      throw new PeerException(PeerException.Code.CLOCK);
    }
    requireFreshId(work, from, dispatch.header().id());
    return dispatch;
  }

  /// Rows are kept under ids, so that an id stands for one dispatch for ever: whatever this ledger
  /// says of it was said of the first.
  private void requireFreshId(Work work, NodeId from, DispatchId id) throws PeerException {
    boolean known =
        work.get(Store.Space.INBOX, Rows.byDispatch(from, id)).isPresent()
            || !journal.openings(id).isEmpty();
    if (known) {
      throw new PeerException(PeerException.Code.ID_REUSED);
    }
  }

  private void keepProof(
      Work work, NodeId from, BatchCheck.Checked batch, ProvenEntry entry, DispatchId id) {
    String key = Rows.proof(batch.log(), entry.leafIndex());
    work.put(
        Store.Space.OPENING,
        key,
        new Rows.Proof(
            from,
            batch.log(),
            entry.leafIndex(),
            entry.salt(),
            entry.content(),
            entry.path(),
            batch.head().size(),
            work.now()));
    work.put(Store.Space.INBOX, Rows.byDispatch(from, id), Stored.of(key));
  }

  /// A leaf of the sender's log.
  private record Leaf(NodeId from, String log, ProvenEntry entry, Hash hash) {}

  private void receipt(Work work, Leaf leaf, Receipt.Outcome outcome, List<DispatchId> about) {
    NodeId from = leaf.from();
    Receipt receipt =
        new Receipt(
            from,
            leaf.entry().leafIndex(),
            leaf.hash(),
            own.node(),
            work.now().truncatedTo(ChronoUnit.MILLIS),
            outcome);
    RefusedRow.keep(work, from, false, receipt);
    String opening =
        work.enter(Draft.kept(EntryType.RECEIPT, Extracts.bytes(receipt), about, List.of(from)));
    work.put(
        Store.Space.INBOX,
        Rows.inbox(leaf.log(), leaf.entry().leafIndex()),
        new Rows.Inbox(opening, leaf.hash()));
  }

  Bytes acknowledge(Taken.In taken) throws ExchangeException {
    NodeId from = taken.from();
    List<Long> indexes =
        taken.indexes().stream().map(index -> receiptIndex(taken.log(), index)).toList();
    LogExtract extract =
        extracts.of(indexes.stream().map(extracts::placed).toList(), taken.seen(), Instant.EPOCH);
    told.believe(from, journal.published().checkpoint().size());
    return Extracts.bytes(new Ack.Accepted(taken.batch(), own.node(), from, extract));
  }

  private long receiptIndex(String log, long leafIndex) {
    Optional<Rows.Inbox> row =
        journal.begin().get(Store.Space.INBOX, Rows.inbox(log, leafIndex), Rows.Inbox.class);
    return journal.index(row.orElseThrow().receipt());
  }

  /// Enters a refusal, once an hour for each partner and code so that nobody can fill this ledger,
  /// keeps the heads of a fork and says why.
  private Bytes refused(NodeId from, Bytes envelope, Refusal refusal) throws ExchangeException {
    wanted.refused(from, refusal.code());
    Hash hash = Hash.sha256(envelope);
    Work work = journal.begin();
    String key = Keys.of("refused", from, refusal.code().value());
    boolean entered =
        work.get(Store.Space.INBOX, key, Long.class)
            .map(Instant::ofEpochMilli)
            .filter(at -> !work.now().isBefore(at) && work.now().isBefore(at.plus(BETWEEN_ENTRIES)))
            .isPresent();
    if (!refusal.heads().isEmpty()) {
      evidence.keep(work, from, refusal.heads());
    }
    if (!entered) {
      decider.enterRefusedInput(work, from, "batch", refusal.code().value());
      work.put(Store.Space.INBOX, key, Stored.of(work.now().toEpochMilli()));
    }
    if (!work.isEmpty()) {
      journal.commit(work);
    }
    long seen = accords.stateOf(from).isEmpty() ? 0 : heads.lastSize(work, from);
    return Extracts.bytes(new Ack.Refused(hash, own.node(), from, refusal.code(), seen));
  }

  private static Receipt.Outcome refusedBy(ErrorCode code) {
    return new Receipt.Outcome.Refused(code);
  }
}
