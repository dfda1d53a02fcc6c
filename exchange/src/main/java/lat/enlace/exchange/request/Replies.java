// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What comes to the state asked, and what it decides by rule.
public final class Replies {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final AskParts parts;
  private final Alikes alikes;

  /// With its parts.
  public Replies(AskParts parts) {
    this.parts = parts;
    this.alikes = new Alikes(parts.letters());
  }

  /// A request waits for an officer of this state, on a clock; what the agreement does not open is
  /// refused by rule. Nothing here depends on whether anything is held of the subject.
  public void take(Work work, Received received, RequestBody.Request body)
      throws ExchangeException {
    Dispatch request = received.dispatch();
    Header header = request.header();
    Matter matter = matter(work, request, DispatchKind.REQUEST, header, List.of());
    Verdict ruling = parts.decider().rule(work, matter, ref(header));
    parts.decider().enter(work, matter, ruling);
    alikes.keep(
        work,
        Alikes.About.of(body),
        new Alikes.Row(
            Alike.Channel.RECEIVED,
            body.type(),
            work.now(),
            List.of(header.id()),
            List.of(received.from()),
            List.of(),
            List.of(body.enquiry())),
        header.id());
    HeldRequest held =
        new HeldRequest(
            header.id(),
            received.from(),
            HeldRequest.State.RECEIVED,
            body.type(),
            header.urgency(),
            body.enquiry(),
            Sendings.clock(ruling, header.urgency(), parts.own().state()).started(now(work)),
            waitsFor(ruling),
            List.of());
    ReceivedRow row = new ReceivedRow(held, received.proof(), List.of(), List.of(), false, false);
    RequestRows.put(
        work,
        ruling.open() instanceof Decision.Refuse refuse
            ? told(work, row, request, refuse.codeForAsker())
            : row);
  }

  static Instant now(Work work) {
    return work.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static List<AuthorityRole> waitsFor(Verdict ruling) {
    return ruling.open() instanceof Decision.Escalate escalate
        ? escalate.authorities().stream().sorted().toList()
        : List.of();
  }

  private ReceivedRow told(Work work, ReceivedRow row, Dispatch request, RefusalCode code)
      throws ExchangeException {
    Header header = request.header();
    var cover =
        new Letters.Cover(
            parts.letters().desk(),
            Role.DUTY_OFFICER,
            header.from(),
            header.basis(),
            Handling.LEAST,
            header.urgency());
    var refused = new RequestBody.Reply.Refused(code, Set.of(), "");
    var body = new RequestBody.Reply(row.id(), true, List.of(), List.of(refused));
    Letters.Letter letter = parts.letters().post(work, cover, body);
    return row.replied(letter.id(), true, false, false);
  }

  /// What is decided about a request received.
  ///
  /// @param more what is about to be given
  Matter matter(Work work, Dispatch request, DispatchKind kind, Header sender, List<Entity> more) {
    Header header = request.header();
    Asks asks = (Asks) request.body();
    Question matter =
        Matter.subject(
            new Question.Route(
                Side.RECEIVING,
                kind,
                parts.accords().stateOf(header.from()).orElseThrow(),
                parts.own().state(),
                sender.sender().agency().kind()),
            header.basis(),
            asks,
            header.urgency());
    List<Entity> alike = new ArrayList<>(more);
    alike.add(asks.subject());
    List<DispatchId> about =
        sender.id().equals(header.id()) ? List.of(header.id()) : List.of(header.id(), sender.id());
    return Matter.of(header.from(), matter, parts.shelves().facts(work, alike), about);
  }

  static InstrumentRef ref(Header header) {
    return header.basis().cited().orElseThrow();
  }

  /// Why a clarification is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, RequestBody.Clarification body) {
    Optional<ReceivedRow> row =
        owed(work, received, body.request())
            .filter(found -> found.held().state() == HeldRequest.State.CLARIFY);
    if (row.isEmpty()) {
      return refused(work, received);
    }
    return decide(work, received, row.get()).open() instanceof Decision.Permit
        ? List.of()
        : List.of(NOT_PERMITTED);
  }

  /// Why a withdrawal is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, RequestBody.Withdrawal body) {
    Optional<ReceivedRow> row = owed(work, received, body.request());
    if (row.isEmpty()) {
      return refused(work, received);
    }
    decide(work, received, row.get());
    return List.of();
  }

  private Verdict decide(Work work, Received received, ReceivedRow row) {
    Header header = received.dispatch().header();
    Dispatch request = dispatch(work, row);
    Matter matter =
        matter(work, request, header.kind(), header, List.of())
            .approvedBy(Set.copyOf(row.approvals()));
    Verdict ruling = parts.decider().rule(work, matter, ref(request.header()));
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  private static Optional<ReceivedRow> owed(Work work, Received received, DispatchId request) {
    return RequestRows.held(work, request)
        .filter(row -> row.held().from().equals(received.from()))
        .filter(row -> row.held().state().owed());
  }

  private List<ErrorCode> refused(Work work, Received received) {
    String kind = received.dispatch().header().kind().code();
    parts.decider().enterRefusedInput(work, received.from(), kind, UNKNOWN_REFERENCE.value());
    return List.of(UNKNOWN_REFERENCE);
  }

  /// The asker answered: the clock runs again from this receipt.
  public void take(Work work, Received received, RequestBody.Clarification body) {
    ReceivedRow row = RequestRows.held(work, body.request()).orElseThrow();
    RequestRows.put(
        work,
        row.clarified(received.dispatch().header().id(), row.held().clock().resumed(now(work))));
  }

  /// The asker took it back.
  public void take(Work work, RequestBody.Withdrawal body) {
    RequestRows.held(work, body.request())
        .ifPresent(row ->
            RequestRows.put(
                work,
                row.with(HeldRequest.State.WITHDRAWN, row.held().clock().resumed(now(work)))));
  }

  /// The asker has a reply: if it is the last, the clock is met by his receipt.
  public void delivered(Work work, RequestBody.Reply reply, Receipt receipt) {
    if (reply.last() && receipt.outcome() instanceof Receipt.Outcome.Accepted) {
      RequestRows.held(work, reply.request())
          .ifPresent(row ->
              RequestRows.put(
                  work,
                  row.with(row.held().state(), row.held().clock().met(receipt.receivedAt()))));
    }
  }

  /// A reply never left: the asker is told by a refusal, which no standing holds back, and nothing
  /// was given.
  public void stranded(Work work, RequestBody.Reply reply) throws ExchangeException {
    for (RequestBody.Reply.Given given : reply.given()) {
      work.delete(Store.Space.GIVEN, given.item().value());
    }
    ReceivedRow row = RequestRows.held(work, reply.request()).orElseThrow();
    if (reply.last() || row.held().state().owed()) {
      RequestRows.put(work, told(work, row, dispatch(work, row), RefusalCode.R9));
    }
  }

  static Dispatch dispatch(Work work, ReceivedRow row) {
    return Written.read(text(work, row));
  }

  static Bytes text(Work work, ReceivedRow row) {
    return work.get(Store.Space.OPENING, row.proof(), Rows.Proof.class)
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT))
        .content();
  }

  /// Whose request waits here, if what was due then is still owed.
  public static Optional<NodeId> owed(Work work, DispatchId request, Instant due) {
    return RequestRows.held(work, request)
        .map(ReceivedRow::held)
        .filter(held -> held.state().owed() && Arrivals.sameMilli(held.clock().due(), due))
        .map(HeldRequest::from);
  }

  /// Forgets what can be the same as nothing any more.
  public static void forget(Work work) {
    Alikes.forget(work);
  }

  /// What the asker knows by now of what came of his request.
  public static Answered answered(Work work, Journal journal, DispatchId request) {
    Optional<ReceivedRow> row = RequestRows.held(work, request);
    if (row.filter(found -> found.held().state().owed()).isPresent()) {
      return Answered.NOT_YET;
    }
    return row.filter(found -> given(work, journal, found)).isPresent()
        ? Answered.WITH_SOMETHING
        : Answered.WITH_NOTHING;
  }

  private static boolean given(Work work, Journal journal, ReceivedRow row) {
    return !row.silent()
        && row.gave()
        && row.held().replies().stream()
            .anyMatch(id -> Rows.receipted(work, journal, row.held().from(), id));
  }
}
