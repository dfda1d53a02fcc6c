// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AccountDeed;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.decide.DecisionRow;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.RestoredLog;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.TlogProof;
import lat.enlace.ledger.VerifiedCheckpoint;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.note.VerifierKey;

/// Shows and proves what is recorded, to those entitled to it.
public final class RecordsDesk implements Records {
  private final Journal journal;
  private final Heads heads;
  private final Pseudonyms pseudonyms;
  private final LogKeys own;
  private final WitnessDesk witnessed;
  private final OpeningDesk opening;
  private final ReadingReports reports;
  private final NodeId node;

  /// With the name and the own log keys of this node.
  public RecordsDesk(
      Journal journal,
      Heads heads,
      Pseudonyms pseudonyms,
      Signer signer,
      WitnessDesk witnessed,
      OpeningDesk opening,
      ReadingReports reports) {
    this.journal = journal;
    this.node = signer.node();
    this.witnessed = witnessed;
    this.opening = opening;
    this.reports = reports;
    this.heads = heads;
    this.pseudonyms = pseudonyms;
    this.own = signer.keys();
  }

  /// Whose log it is.
  public record Signer(NodeId node, LogKeys keys) {}

  @Override
  public Head head() {
    SignedCheckpoint head = journal.published();
    return new Head(
        head.checkpoint().origin().value(),
        head.checkpoint().size(),
        head.checkpoint().root(),
        head.bytes(),
        own.all().stream().map(VerifierKey::text).toList());
  }

  @Override
  public RestoredLog compared(List<Bytes> heads) throws ExchangeException {
    List<VerifiedCheckpoint> seen = new ArrayList<>();
    try {
      for (Bytes head : heads) {
        seen.add(own.verify(SignedCheckpoint.parse(head)));
      }
    } catch (LedgerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "not a head of this node's log", e);
    }
    var view = journal.view();
    return journal.guarded(() -> RestoredLog.judge(own.origin(), view, seen));
  }

  @Override
  public List<EntryView> entries(Officer by, int limit) {
    List<EntryView> views = new ArrayList<>();
    for (long index = journal.size() - 1; index >= 0 && views.size() < limit; index--) {
      long at = index;
      shown(by, index).ifPresent(row -> views.add(view(at, row)));
    }
    return views;
  }

  /// The entry at {@code index}, unless it is padding. What went out for a concealed fact looks
  /// like padding to all but the rights officer.
  private Optional<OpeningRow> shown(Officer by, long index) {
    return journal.at(index).flatMap(journal::opening).filter(row -> row.shownTo(by));
  }

  private static EntryView view(long index, OpeningRow row) {
    return new EntryView(
        index,
        row.type().code(),
        row.at(),
        row.about(),
        row.partner().stream().map(NodeId::value).findFirst().orElse(""));
  }

  @Override
  public Optional<Proof> prove(Officer by, long index) throws ExchangeException {
    if (index < 0 || shown(by, index).isEmpty()) {
      return Optional.empty();
    }
    Optional<WitnessDesk.Cosigned> cosigned = witnessed.covering(index);
    SignedCheckpoint head = cosigned.isPresent() ? cosigned.get().head() : journal.head();
    LogView view = journal.view(head.checkpoint().size());
    TlogProof proof = journal.guarded(() -> TlogProof.of(view.inclusion(index), head));
    List<String> witnesses = cosigned.map(WitnessDesk.Cosigned::witnesses).orElse(List.of());
    return Optional.of(new Proof(proof.bytes(), keys(own, witnesses)));
  }

  @Override
  public Optional<Proof> proveReceived(Officer by, DispatchId dispatch) {
    Work work = journal.begin();
    return Rows.received(work, dispatch).map(received -> proof(work, received));
  }

  private Proof proof(Work work, Rows.Proof received) {
    SignedCheckpoint head =
        heads
            .seen(work, received.log(), received.head())
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    LogKeys keys =
        heads
            .keys(received.from(), received.log(), received.head())
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    TlogProof proof = new TlogProof(Bytes.EMPTY, received.index(), received.path(), head);
    return new Proof(proof.bytes(), keys(keys, List.of()));
  }

  @Override
  public ProofBundle open(Officer by, long index, Why why) throws ExchangeException {
    Bytes opened = opening.own(by, index, why);
    return bundle(prove(by, index).orElseThrow(), opened);
  }

  @Override
  public ProofBundle openReceived(Officer by, DispatchId dispatch, Why why)
      throws ExchangeException {
    Bytes opened = opening.received(by, dispatch, why);
    return bundle(proveReceived(by, dispatch).orElseThrow(), opened);
  }

  private static ProofBundle bundle(Proof proof, Bytes opened) {
    return new ProofBundle(proof.proof(), opened, proof.verifierKeys());
  }

  @Override
  public Optional<OfficerId> officerBehind(Officer by, OfficerPseudonym pseudonym)
      throws ExchangeException {
    Roles.require(by, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    Optional<OfficerId> officer = pseudonyms.officer(work, pseudonym);
    work.enter(
        Draft.kept(
            EntryType.READING, Stored.of(new Opened(by.id(), pseudonym)), List.of(), List.of()));
    journal.commit(work);
    return officer;
  }

  @Override
  public void enterAccount(OfficerId by, AccountDeed deed, OfficerId account)
      throws ExchangeException {
    Work work = journal.begin();
    Done done =
        new Done(deed.code(), pseudonyms.of(work, node, by), pseudonyms.of(work, node, account));
    work.enter(Draft.kept(EntryType.ACCOUNT, Stored.of(done), List.of(), List.of()));
    journal.commit(work);
  }

  @Override
  public List<ReportedReading> readings(Officer by, int limit) throws ExchangeException {
    return reports.readings(by, limit);
  }

  @Override
  public List<Long> indexesOf(DispatchId dispatch) {
    return journal.touching(dispatch);
  }

  @Override
  public List<DecisionView> decisions(Officer by, int limit) throws ExchangeException {
    Role role = Roles.require(by, Role.RIGHTS_OFFICER, Role.AUDITOR);
    List<Store.Row> rows =
        journal.read(view -> view.scan(Store.Space.DECISION, "", "", Integer.MAX_VALUE));
    return rows.reversed().stream()
        .limit(limit)
        .map(row -> view(row, role == Role.RIGHTS_OFFICER))
        .toList();
  }

  private DecisionView view(Store.Row row, boolean whole) {
    DecisionRow decision = Stored.read(row.value(), DecisionRow.class);
    return new DecisionView(
        decision.at(),
        decision.side().code(),
        decision.kind(),
        decision.partner().value(),
        whole ? decision.outcome() : decision.openOutcome(),
        whole ? decision.reasons() : decision.openReasons(),
        journal.find(Keys.last(row.key())).orElse(-1L));
  }

  /// Every witness that is named has cosigned.
  private static Bytes keys(LogKeys keys, List<String> witnesses) {
    StringBuilder lines = new StringBuilder();
    keys.all().forEach(key -> lines.append(key.text()).append('\n'));
    witnesses.forEach(key -> lines.append(key).append('\n'));
    return Bytes.utf8(lines.append("quorum ").append(witnesses.size()).append('\n').toString());
  }

  private record Opened(OfficerId by, OfficerPseudonym pseudonym) {}

  private record Done(String deed, OfficerPseudonym by, OfficerPseudonym account) {}
}
