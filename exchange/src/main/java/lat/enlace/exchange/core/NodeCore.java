// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.core;

import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.Attaching;
import lat.enlace.exchange.Consenting;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Overdue;
import lat.enlace.exchange.PairRecords;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.Witnessing;
import lat.enlace.exchange.alert.Alerts;
import lat.enlace.exchange.answer.AnswerParts;
import lat.enlace.exchange.answer.HoldingDesk;
import lat.enlace.exchange.answer.Questions;
import lat.enlace.exchange.answer.Stranded;
import lat.enlace.exchange.ask.Answers;
import lat.enlace.exchange.ask.AskDesk;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.attach.AttachmentDesk;
import lat.enlace.exchange.audit.OpeningDesk;
import lat.enlace.exchange.audit.ReadingReports;
import lat.enlace.exchange.audit.RecordsDesk;
import lat.enlace.exchange.audit.WitnessDesk;
import lat.enlace.exchange.consent.ConsentDesk;
import lat.enlace.exchange.decide.Coverage;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.find.WhereaboutsDesk;
import lat.enlace.exchange.hold.HoldingsDesk;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.inform.InformDesk;
import lat.enlace.exchange.inform.Informed;
import lat.enlace.exchange.item.Attached;
import lat.enlace.exchange.item.Consented;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.item.RecallDesk;
import lat.enlace.exchange.item.Retention;
import lat.enlace.exchange.link.LinkDesk;
import lat.enlace.exchange.link.LinkParts;
import lat.enlace.exchange.link.Upkeep;
import lat.enlace.exchange.pair.PairDesk;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Ports;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.request.Arrivals;
import lat.enlace.exchange.request.Replies;
import lat.enlace.exchange.request.ReplyDesk;
import lat.enlace.exchange.request.RequestDesk;
import lat.enlace.exchange.standing.Renewal;
import lat.enlace.exchange.standing.StandingDesk;
import lat.enlace.exchange.warn.WarningDesk;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.SignedCheckpoint;

/// One node's core. Opening it finishes what a crash left unfinished; nothing is lost that was
/// acknowledged, and nothing is done twice.
public final class NodeCore implements Exchange {
  private final Journal journal;
  private final AskDesk asking;
  private final HoldingDesk holding;
  private final RecallDesk recalling;
  private final ConsentDesk consenting;
  private final WhereaboutsDesk whereabouts;
  private final WarningDesk warnings;
  private final RequestDesk requesting;
  private final ReplyDesk replying;
  private final InformDesk informing;
  private final Alerts alerts;
  private final AttachmentDesk attaching;
  private final StandingDesk standings;
  private final HoldingsDesk holdings;
  private final RecordsDesk records;
  private final WitnessDesk witnessing;
  private final LinkDesk links;
  private final PairDesk pairs;
  private final Owed owed;

  private NodeCore(Identity own, Ports ports, Journal journal) {
    this.journal = journal;
    Accords accords = Accords.open(own, journal);
    Peers peers = Peers.open(accords, journal);
    Heads heads = new Heads(peers);
    Evidence evidence = new Evidence();
    Decider decider = new Decider(accords, evidence);
    Floor floor = new Floor(journal, decider, accords, own.state());
    Pseudonyms pseudonyms = new Pseudonyms(ports.keys().pseudonymSecret());
    Letters letters = new Letters(own, ports.randomness(), pseudonyms);
    Coverage coverage = new Coverage(accords, own.state());
    Shelves shelves = Shelves.open(ports.matcher(), pseudonyms, journal);
    Readings readings = new Readings(accords, decider, letters, own.state());
    Items items = new Items(journal, letters, readings);
    AskParts ask =
        new AskParts(
            own,
            journal,
            accords,
            decider,
            letters,
            readings,
            shelves,
            items,
            ports.approval(),
            ports.randomness());
    AnswerParts answer =
        new AnswerParts(
            own,
            journal,
            accords,
            decider,
            letters,
            readings,
            shelves,
            coverage,
            pseudonyms,
            ports.approval(),
            ports.randomness());
    Questions questions = new Questions(answer);
    Answers answers = new Answers(ask);
    this.asking = new AskDesk(ask);
    this.holding = new HoldingDesk(answer, questions);
    Replies replies = new Replies(ask);
    this.requesting = new RequestDesk(ask);
    this.replying = new ReplyDesk(ask, replies);
    Informed informed = new Informed(ask);
    this.informing = new InformDesk(ask, informed);
    this.alerts = new Alerts(ask);
    this.attaching = new AttachmentDesk(ask, peers);
    this.recalling = new RecallDesk(journal, letters, floor, decider, shelves, alerts::forgetAgain);
    this.consenting = new ConsentDesk(ask, floor);
    this.whereabouts = new WhereaboutsDesk(journal, letters, floor, shelves, readings);
    this.warnings = new WarningDesk(journal, letters, floor, shelves, readings);
    StandingDesk.Parts standing =
        new StandingDesk.Parts(
            own, journal, accords, peers, heads, evidence, letters, floor, ports.keys());
    this.standings = new StandingDesk(standing);
    this.holdings = new HoldingsDesk(journal, shelves, coverage);
    this.witnessing = new WitnessDesk(journal, ports.keys().logSigner().keys());
    ReadingReports reports = new ReadingReports(journal);
    this.records =
        new RecordsDesk(
            journal,
            heads,
            pseudonyms,
            new RecordsDesk.Signer(own.node(), ports.keys().logSigner().keys()),
            witnessing,
            new OpeningDesk(journal, items, readings),
            reports);
    this.owed = owed(answers);
    this.pairs = new PairDesk(journal, accords);
    Router router =
        new Router(
            new Router.Takers(
                decider,
                floor,
                answers,
                questions,
                new Stranded(answer),
                recalling,
                consenting.incoming(),
                reports,
                whereabouts,
                warnings,
                standings,
                new Requested(new Arrivals(ask), replies, informed),
                alerts));
    this.links =
        new LinkDesk(
            new LinkParts(
                own,
                journal,
                accords,
                peers,
                heads,
                evidence,
                decider,
                ports.keys(),
                ports.randomness()),
            router,
            new Renewal(standings, standing, ports.keys()),
            upkeep(owed, questions, alerts));
  }

  private static Upkeep upkeep(Owed owed, Questions questions, Alerts alerts) {
    Attached attached = new Attached();
    return new Upkeep(
        work -> {
          attached.tick(work);
          owed.tick(work);
          Retention.tick(work);
          Consented.tick(work);
          alerts.tick(work);
        },
        work -> {
          owed.settle(work);
          questions.forgetCounts(work);
          Replies.forget(work);
        });
  }

  private static Owed owed(Answers answers) {
    return new Owed(
        Map.of(
            Owed.What.ANSWER,
            answers::owed,
            Owed.What.ADMISSION,
            (work, id, _) -> Questions.admissionOwed(work, id),
            Owed.What.RELEASE,
            (work, id, _) -> Questions.releaseOwed(work, id),
            Owed.What.REPLY,
            Arrivals::owed,
            Owed.What.REQUEST,
            Replies::owed,
            Owed.What.WHEREABOUTS,
            (work, id, _) -> WhereaboutsDesk.owed(work, id),
            Owed.What.WARNING,
            (work, id, _) -> WarningDesk.owed(work, id),
            Owed.What.WARNING_REVIEW,
            (work, id, _) -> WarningDesk.reviewOwed(work, id)));
  }

  /// Opens the node's core over its ports.
  ///
  /// @throws ExchangeException with code UNAVAILABLE if ledger or database cannot be used, or do
  ///   not fit together
  public static NodeCore open(Identity own, Ports ports) throws ExchangeException {
    return over(own, ports, Journal.open(ports));
  }

  /// Opens a node whose log cannot be continued: the ledger among its ports is, or becomes, the
  /// successor. Partners take it once they know a node record that names it.
  ///
  /// @param ended the highest head of the old log that anybody holds, as signed by its keys
  /// @throws ExchangeException with code UNAVAILABLE, or NOT_TRUSTED if it is no head
  public static NodeCore succeed(Identity own, Ports ports, Bytes ended) throws ExchangeException {
    try {
      SignedCheckpoint head = SignedCheckpoint.parse(ended);
      return over(own, ports, Journal.succeed(ports, head.checkpoint()));
    } catch (LedgerException e) {
      throw new ExchangeException(ExchangeException.Code.NOT_TRUSTED, "not a head of a log", e);
    }
  }

  private static NodeCore over(Identity own, Ports ports, Journal journal)
      throws ExchangeException {
    try {
      return new NodeCore(own, ports, journal);
    } catch (StoreException e) {
      journal.close();
      throw new ExchangeException(
          ExchangeException.Code.UNAVAILABLE, "the database cannot be used", e);
    }
  }

  @Override
  public void together(List<? extends Piece> pieces) {
    journal.together(pieces);
  }

  @Override
  public void close() {
    journal.close();
  }

  @Override
  public Condition condition() {
    return journal.condition();
  }

  @Override
  public Overdue overdue() {
    return owed.overdue(journal.begin());
  }

  @Override
  public Asking asking() {
    return asking;
  }

  @Override
  public Holding holding() {
    return holding;
  }

  @Override
  public Recalling recalling() {
    return recalling;
  }

  @Override
  public Consenting consenting() {
    return consenting;
  }

  @Override
  public Whereabouts whereabouts() {
    return whereabouts;
  }

  @Override
  public Attaching attaching() {
    return attaching;
  }

  @Override
  public Warnings warnings() {
    return warnings;
  }

  @Override
  public Requesting requesting() {
    return requesting;
  }

  @Override
  public Replying replying() {
    return replying;
  }

  @Override
  public Informing informing() {
    return informing;
  }

  @Override
  public PairRecords pairs() {
    return pairs;
  }

  @Override
  public Alerting alerting() {
    return alerts.alerting();
  }

  @Override
  public Heeding heeding() {
    return alerts.heeding();
  }

  @Override
  public Standings standings() {
    return standings;
  }

  @Override
  public Holdings holdings() {
    return holdings;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Witnessing witnessing() {
    return witnessing;
  }

  @Override
  public Links links() {
    return links;
  }
}
