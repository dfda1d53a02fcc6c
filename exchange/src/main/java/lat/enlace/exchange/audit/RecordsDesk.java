// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
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
import lat.enlace.ledger.Opening;
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

  /// With this node's own log keys.
  public RecordsDesk(Journal journal, Heads heads, Pseudonyms pseudonyms, LogKeys own) {
    this.journal = journal;
    this.heads = heads;
    this.pseudonyms = pseudonyms;
    this.own = own;
  }

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
      journal.at(index).flatMap(journal::opening).ifPresent(row -> views.add(view(at, row)));
    }
    return views;
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
  public Optional<ProofBundle> prove(Officer by, long index) throws ExchangeException {
    Optional<OpeningRow> row =
        index < 0 ? Optional.empty() : journal.at(index).flatMap(journal::opening);
    if (row.isEmpty() || row.get().erased() || !mayProve(by, row.get().type())) {
      return Optional.empty();
    }
    SignedCheckpoint head = journal.head();
    var view = journal.view();
    TlogProof proof = journal.guarded(() -> TlogProof.of(view.inclusion(index), head));
    return Optional.of(new ProofBundle(proof.bytes(), row.get().opening().bytes(), keys(own)));
  }

  @Override
  public Optional<ProofBundle> proveReceived(Officer by, DispatchId dispatch)
      throws ExchangeException {
    if (!mayProve(by, EntryType.DISPATCH)) {
      return Optional.empty();
    }
    Work work = journal.begin();
    for (Store.Row row :
        work.scan(Store.Space.INBOX, Rows.byDispatch(dispatch), "", Integer.MAX_VALUE)) {
      Optional<Rows.Proof> received =
          work.get(Store.Space.OPENING, Stored.read(row.value(), String.class), Rows.Proof.class);
      if (received.isPresent() && !received.get().salt().isEmpty()) {
        return Optional.of(bundle(work, received.get()));
      }
    }
    return Optional.empty();
  }

  private ProofBundle bundle(Work work, Rows.Proof received) {
    SignedCheckpoint head =
        heads
            .seen(work, received.log(), received.head())
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    LogKeys keys =
        heads
            .keys(received.from(), received.log(), received.head())
            .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
    TlogProof proof = new TlogProof(Bytes.EMPTY, received.index(), received.path(), head);
    Opening opening = new Opening(received.salt(), received.content());
    return new ProofBundle(proof.bytes(), opening.bytes(), keys(keys));
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
        journal.index(Keys.last(row.key())));
  }

  /// Decisions may hold what only the rights officer knows; the rest holds case data, which
  /// auditors and operators do not see.
  private static boolean mayProve(Officer by, EntryType type) {
    return type == EntryType.DECISION
        ? by.has(Role.RIGHTS_OFFICER)
        : Roles.any(by, Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
  }

  private static Bytes keys(LogKeys keys) {
    StringBuilder lines = new StringBuilder();
    keys.all().forEach(key -> lines.append(key.text()).append('\n'));
    return Bytes.utf8(lines.append("quorum 2\n").toString());
  }

  private record Opened(OfficerId by, OfficerPseudonym pseudonym) {}
}
