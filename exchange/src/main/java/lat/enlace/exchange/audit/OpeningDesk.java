// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records.Why;
import lat.enlace.exchange.alert.Alerts;
import lat.enlace.exchange.answer.Questions;
import lat.enlace.exchange.ask.Answers;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.find.WhereaboutsDesk;
import lat.enlace.exchange.item.Gifts;
import lat.enlace.exchange.item.ItemRow;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.exchange.request.Arrivals;
import lat.enlace.exchange.request.Replies;
import lat.enlace.exchange.warn.WarningDesk;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Opening;
import lat.enlace.model.AgencyId;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;

/// Opens what the ledger commits to. Each opening is a reading: entered before a byte is given out
/// (invariant I5).
public final class OpeningDesk {
  private final Journal journal;
  private final Items items;
  private final Readings readings;

  /// With what an opening needs.
  public OpeningDesk(Journal journal, Items items, Readings readings) {
    this.journal = journal;
    this.items = items;
    this.readings = readings;
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
    Role role = mayOpen(by, row, why);
    Work work = journal.begin();
    enterReading(work, by, role, why, row);
    journal.commit(work);
    return row.opening().bytes();
  }

  private Role mayOpen(Officer by, OpeningRow row, Why why) throws ExchangeException {
    return switch (row.type()) {
      case DISPATCH -> {
        Dispatch sent = Written.read(row);
        yield requireConcern(by, sent, Optional.of(sent.header().sender().agency().id()), why);
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
    };
  }

  /// Salt and exact bytes of a dispatch received.
  Bytes received(Officer by, DispatchId dispatch, Why why) throws ExchangeException {
    Work work = journal.begin();
    Rows.Proof found =
        Rows.received(work, dispatch)
            .filter(row -> !row.salt().isEmpty())
            .orElseThrow(OpeningDesk::notFound);
    Dispatch content = Written.read(found.content());
    Optional<ItemId> item = Gifts.item(content.body());
    if (item.isPresent()) {
      ItemRow row = items.enterReading(work, by, item.get(), why.caseReference(), why.reason());
      if (row.bytesUntil().isEmpty()) {
        throw notFound();
      }
    } else {
      Optional<AgencyId> agency =
          Written.answeredBy(journal, content.body())
              .map(answered -> answered.header().sender().agency().id());
      Role role = requireConcern(by, content, agency, why);
      var reader = new Readings.Reader(by, role, why.caseReference(), why.reason());
      var source = Readings.Source.dispatch(found.from(), dispatch);
      switch (answered(work, content)) {
        case NOT_YET ->
            throw new ExchangeException(
                ExchangeException.Code.WRONG_STATE, "it opens at its desk while it waits there");
        case WITH_NOTHING -> readings.keep(work, reader, source);
        case WITH_SOMETHING -> readings.report(work, reader, source);
      }
    }
    journal.commit(work);
    return new Opening(found.salt(), found.content()).bytes();
  }

  /// What its sender knows by now of what came of it, which decides whether he is told that it is
  /// read; of what concerns the channel alone he never is.
  private Answered answered(Work work, Dispatch received) {
    DispatchId id = received.header().id();
    return switch (received.body()) {
      case HitBody.Question _ -> Questions.answered(work, journal, id);
      case HitBody.FollowUp _ -> Questions.released(work, journal, id);
      case WhereaboutsBody.Inquiry _ -> WhereaboutsDesk.answered(work, journal, id);
      case WarningBody.Warning _ ->
          WarningDesk.waits(work, id) ? Answered.NOT_YET : Answered.WITH_SOMETHING;
      case HitBody.Answer answer -> Answers.answered(work, answer.question());
      case RequestBody.Request _ -> Replies.answered(work, journal, id);
      case RequestBody.Clarification about -> Replies.answered(work, journal, about.request());
      case RequestBody.Withdrawal about -> Replies.answered(work, journal, about.request());
      case RequestBody.Progress about -> Arrivals.answered(work, about.request());
      case RequestBody.Reply about -> Arrivals.answered(work, about.request());
      case AlertBody body -> Alerts.answered(work, body);
      case HitBody.Disclosure _,
          SpontaneousBody _,
          HitBody.Refusal _,
          ItemBody.Recall _,
          ItemBody.RecallOutcome _,
          ConsentBody _,
          WhereaboutsBody.Reply _,
          WarningBody.Action _,
          WarningBody.Review _ ->
          Answered.WITH_SOMETHING;
      case ItemBody.Reading _, ChannelBody.Standing _, ChannelBody.NodeRecord _ ->
          Answered.WITH_NOTHING;
    };
  }

  /// Who may open a dispatch: the rights officer; but for readings, whose words may be about what
  /// went out in place of a question, analysts and duty officers of the agency whose business it
  /// is, for its own case; and where it is no one agency's, duty officers.
  private Role requireConcern(Officer by, Dispatch dispatch, Optional<AgencyId> agency, Why why)
      throws ExchangeException {
    DispatchKind kind = dispatch.header().kind();
    // A reading may be about a question, which not every agency that reads may take part in.
    Role role =
        kind == DispatchKind.READING
            ? Roles.require(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER)
            : Roles.require(by, kind, Role.RIGHTS_OFFICER, Role.DUTY_OFFICER, Role.ANALYST);
    if (role == Role.RIGHTS_OFFICER) {
      return role;
    }
    boolean ofAgency = agency.filter(by.agency().id()::equals).isPresent();
    boolean nobodys = agency.isEmpty() || agency.get().equals(items.deskAgency());
    if (!ofAgency && !(nobodys && role == Role.DUTY_OFFICER)) {
      throw notFound();
    }
    Optional<CaseReference> forCase = dispatch.header().basis().forCase();
    if (forCase.isPresent() && !forCase.get().equals(why.caseReference())) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "the dispatch belongs to another case");
    }
    return role;
  }

  private static void enterReading(Work work, Officer by, Role role, Why why, OpeningRow row)
      throws ExchangeException {
    Stated.require(why.reason(), "a reading has a reason");
    Opened opened = new Opened(by.id(), by.unit(), role, why.caseReference(), why.reason());
    work.enter(Draft.kept(EntryType.READING, Stored.of(opened), row.about(), row.partner()));
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such entry");
  }

  private record Opened(
      OfficerId by, UnitId unit, Role role, CaseReference caseReference, String reason) {}
}
