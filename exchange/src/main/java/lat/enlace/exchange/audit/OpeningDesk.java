// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records.Why;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.item.ItemRow;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Opening;
import lat.enlace.model.AgencyId;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// Opens what the ledger commits to. Each opening is a reading: entered before a byte is given out
/// (invariant I5).
final class OpeningDesk {
  private final Journal journal;
  private final Items items;

  OpeningDesk(Journal journal, Items items) {
    this.journal = journal;
    this.items = items;
  }

  /// Salt and exact bytes of an entry of this node.
  Bytes own(Officer by, long index, Why why) throws ExchangeException {
    OpeningRow row =
        Optional.of(index)
            .filter(at -> at >= 0)
            .flatMap(journal::at)
            .flatMap(journal::opening)
            .filter(found -> !found.erased() && found.shownTo(by))
            .orElseThrow(OpeningDesk::notFound);
    switch (row.type()) {
      case DISPATCH -> {
        Dispatch sent = Written.read(row);
        requireConcern(by, sent, Optional.of(sent.header().sender().agency().id()), why);
      }
      case RECEIPT, INSTRUMENT, NODE_RECORD, EVIDENCE, OVERDUE, SUCCESSOR ->
          Roles.require(by, Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.AUDITOR);
      case DECISION,
          APPROVAL,
          JUDGEMENT,
          READING,
          HOLDING,
          MANDATE,
          STANDING,
          ERASURE,
          ACCOUNT,
          PADDING ->
          Roles.require(by, Role.RIGHTS_OFFICER);
    }
    Work work = journal.begin();
    enterReading(work, by, why, row.about(), row.partner());
    journal.commit(work);
    return row.opening().bytes();
  }

  /// Salt and exact bytes of a dispatch received.
  Bytes received(Officer by, DispatchId dispatch, Why why) throws ExchangeException {
    Work work = journal.begin();
    Rows.Proof found =
        received(work, dispatch)
            .filter(row -> !row.salt().isEmpty())
            .orElseThrow(OpeningDesk::notFound);
    Dispatch content = read(found.content());
    if (content.body() instanceof Body.Disclosure disclosure) {
      ItemRow row =
          items.enterReading(work, by, disclosure.item(), why.caseReference(), why.reason());
      if (row.bytesUntil().isEmpty()) {
        throw notFound();
      }
    } else {
      Optional<AgencyId> agency =
          Written.answeredBy(journal, content.body())
              .map(answered -> answered.header().sender().agency().id());
      requireConcern(by, content, agency, why);
      enterReading(work, by, why, List.of(dispatch), List.of(found.from()));
    }
    journal.commit(work);
    return new Opening(found.salt(), found.content()).bytes();
  }

  /// What proves a dispatch received, erased or not.
  Optional<Rows.Proof> received(Work work, DispatchId dispatch) {
    return work.scan(Store.Space.INBOX, Rows.byDispatch(dispatch), "", Integer.MAX_VALUE).stream()
        .flatMap(row ->
            work
                .get(Store.Space.OPENING, Stored.read(row.value(), String.class), Rows.Proof.class)
                .stream())
        .findFirst();
  }

  /// Who may open a dispatch: the rights officer; analysts and duty officers of the agency whose
  /// business it is, for its own case; and where it is no one agency's, duty officers.
  private void requireConcern(Officer by, Dispatch dispatch, Optional<AgencyId> agency, Why why)
      throws ExchangeException {
    DispatchKind kind = dispatch.header().kind();
    Role role = Roles.require(by, kind, Role.RIGHTS_OFFICER, Role.DUTY_OFFICER, Role.ANALYST);
    if (role == Role.RIGHTS_OFFICER) {
      return;
    }
    boolean ofAgency = agency.filter(by.agency().id()::equals).isPresent();
    boolean nobodys = agency.isEmpty() || agency.get().equals(items.deskAgency());
    if (!ofAgency && !(nobodys && role == Role.DUTY_OFFICER)) {
      throw notFound();
    }
    Optional<CaseReference> forCase = caseOf(dispatch.header().basis());
    if (forCase.isPresent() && !forCase.get().equals(why.caseReference())) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "the dispatch belongs to another case");
    }
  }

  private static Optional<CaseReference> caseOf(Basis basis) {
    return switch (basis) {
      case Basis.UnderInstrument under -> Optional.of(under.caseReference());
      case Basis.Humanitarian humanitarian -> Optional.of(humanitarian.caseReference());
      case Basis.Governance() -> Optional.empty();
    };
  }

  private static void enterReading(
      Work work, Officer by, Why why, List<DispatchId> about, List<NodeId> partner)
      throws ExchangeException {
    Stated.require(why.reason(), "a reading has a reason");
    Opened opened = new Opened(by.id(), why.caseReference(), why.reason());
    work.enter(Draft.kept(EntryType.READING, Stored.of(opened), about, partner));
  }

  private static Dispatch read(Bytes content) {
    try {
      return DispatchCodec.decode(content);
    } catch (WireException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such entry");
  }

  private record Opened(OfficerId by, CaseReference caseReference, String reason) {}
}
