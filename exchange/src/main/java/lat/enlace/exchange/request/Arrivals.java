// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Departing;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.clock.Pause;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What comes back to a request: receipts, steps and replies. Each only from the partner that was
/// asked, only while a reply is owed, and only if this node still permits it.
public final class Arrivals {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode ID_REUSED = PeerException.Code.ID_REUSED.errorCode();
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final AskParts parts;

  /// With its parts.
  public Arrivals(AskParts parts) {
    this.parts = parts;
  }

  /// Why a step is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, RequestBody.Progress progress) {
    Optional<SentRow> row =
        owed(work, received, progress.request())
            .filter(found -> next(found.state(), progress.step()).isPresent());
    if (row.isEmpty()) {
      return refused(work, received, UNKNOWN_REFERENCE);
    }
    return decide(work, received, row.get()).open() instanceof Decision.Permit
        ? List.of()
        : List.of(NOT_PERMITTED);
  }

  /// Why a reply is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, RequestBody.Reply reply) {
    if (reply.given().stream().anyMatch(one -> parts.items().known(work, one.item()))) {
      return refused(work, received, ID_REUSED);
    }
    Optional<SentRow> row = owed(work, received, reply.request());
    if (row.isEmpty()) {
      return refused(work, received, UNKNOWN_REFERENCE);
    }
    boolean permitted =
        decide(work, received, row.get()).open() instanceof Decision.Permit
            || reply.given().isEmpty();
    if (!permitted) {
      // The partner will not send it again, so the request ends here.
      RequestRows.put(work, row.get().in(SentRequest.State.REFUSED_HERE));
      return List.of(NOT_PERMITTED);
    }
    return List.of();
  }

  private static Optional<SentRow> owed(Work work, Received received, DispatchId request) {
    return RequestRows.sent(work, request)
        .filter(row -> row.sent().partner().equals(received.from()))
        .filter(row -> row.state().owed());
  }

  private List<ErrorCode> refused(Work work, Received received, ErrorCode code) {
    String kind = received.dispatch().header().kind().code();
    parts.decider().enterRefusedInput(work, received.from(), kind, code.value());
    return List.of(code);
  }

  private Verdict decide(Work work, Received received, SentRow row) {
    Matter about = matter(work, received.from(), received.dispatch(), row);
    Verdict ruling = rule(work, about, row);
    parts.decider().enter(work, about, ruling);
    return ruling;
  }

  private Verdict rule(Work work, Matter about, SentRow row) {
    return parts.decider().rule(work, about, row.sent().instrument().getFirst());
  }

  private Matter matter(Work work, NodeId partner, Dispatch dispatch, SentRow row) {
    var header = dispatch.header();
    Dispatch request = Written.read(row.dispatch());
    Question matter =
        Matter.subject(
            new Question.Route(
                Side.ASKING,
                header.kind(),
                parts.own().state(),
                parts.accords().stateOf(partner).orElseThrow(),
                header.sender().agency().kind()),
            request.header().basis(),
            (Asks) request.body(),
            request.header().urgency());
    List<Entity> alike = new ArrayList<>();
    alike.add(row.sent().form().ask().subject());
    if (dispatch.body() instanceof RequestBody.Reply reply) {
      reply.given().forEach(one -> alike.add(one.entity()));
    }
    return Matter.of(
            partner, matter, parts.shelves().facts(work, alike), List.of(row.id(), header.id()))
        .approvedBy(Set.copyOf(row.approvals()));
  }

  /// Where a step leads from a state; nothing where it leads nowhere.
  static Optional<SentRequest.State> next(SentRequest.State from, RequestBody.Progress.Step step) {
    boolean stands = from == SentRequest.State.CLARIFY || from == SentRequest.State.JUDICIAL;
    return switch (step) {
      case ACCEPTED ->
          from == SentRequest.State.ACCEPTED || stands || from == SentRequest.State.PARTIAL
              ? Optional.empty()
              : Optional.of(SentRequest.State.ACCEPTED);
      case CLARIFY -> stands ? Optional.empty() : Optional.of(SentRequest.State.CLARIFY);
      case JUDICIAL -> stands ? Optional.empty() : Optional.of(SentRequest.State.JUDICIAL);
      case RESUMED -> stands ? Optional.of(SentRequest.State.ACCEPTED) : Optional.empty();
      case REDIRECTED -> stands ? Optional.empty() : Optional.of(SentRequest.State.REDIRECTED);
    };
  }

  /// A step was taken. The clock stands or runs from when it was signed.
  public void take(Work work, Received received, RequestBody.Progress progress) {
    SentRow row = RequestRows.sent(work, progress.request()).orElseThrow();
    Header header = received.dispatch().header();
    SentRequest.State state = next(row.state(), progress.step()).orElseThrow();
    RequestClock clock = stepped(row.sent().clock(), progress.step(), header.created());
    var said =
        new Requesting.Said(
            header.id(),
            header.created(),
            List.of(progress.step()),
            progress.expected(),
            progress.step().saysMore());
    RequestRows.put(work, row.said(state, clock, said));
  }

  /// How a step changes a clock, at either end.
  static RequestClock stepped(RequestClock clock, RequestBody.Progress.Step step, Instant at) {
    return switch (step) {
      case CLARIFY -> clock.paused(at, Pause.Reason.CLARIFICATION);
      case JUDICIAL -> clock.paused(at, Pause.Reason.AUTHORISATION);
      case RESUMED -> clock.resumed(at);
      case ACCEPTED, REDIRECTED -> clock;
    };
  }

  /// A reply came. Only the categories asked for are kept, and nothing of someone whom this node
  /// protects: its officers meet the refusal of a state that holds nothing.
  public void take(Work work, Received received, RequestBody.Reply reply) {
    SentRow row = RequestRows.sent(work, reply.request()).orElseThrow();
    Header header = received.dispatch().header();
    List<Requesting.RefusedPart> refused = new ArrayList<>();
    reply.refused().forEach(one -> refused.add(new Requesting.RefusedPart(one.code(), one.of())));
    boolean decoyed = Departing.decoyed(work, row.id());
    List<ItemId> items = new ArrayList<>();
    for (RequestBody.Reply.Given given : reply.given()) {
      if (kept(work, received, row, given)) {
        items.add(given.item());
      } else if (refused.isEmpty()) {
        refused.add(new Requesting.RefusedPart(RefusalCode.R1, Set.of()));
      }
    }
    boolean words =
        !decoyed && reply.refused().stream().anyMatch(one -> !one.explanation().isEmpty());
    boolean last = reply.last() || (decoyed && !reply.given().isEmpty());
    boolean gave = !items.isEmpty() || !row.sent().items().isEmpty();
    SentRequest.State state =
        !last
            ? SentRequest.State.PARTIAL
            : gave ? SentRequest.State.ANSWERED : SentRequest.State.REFUSED;
    Instant now = work.now().truncatedTo(ChronoUnit.MILLIS);
    RequestClock clock = row.sent().clock().resumed(now);
    var said = new Requesting.Said(header.id(), header.created(), List.of(), List.of(), words);
    RequestRows.put(work, row.replied(state, last ? clock.met(now) : clock, said, items, refused));
  }

  private boolean kept(Work work, Received received, SentRow row, RequestBody.Reply.Given given) {
    Verdict ruling = rule(work, matter(work, received.from(), received.dispatch(), row), row);
    Entity opened = Categories.opened(given.entity(), row.sent().form().ask().wanted());
    boolean nobodys = Departing.decoyed(work, row.id());
    if (nobodys || ruling.concealed() || opened.statements().isEmpty()) {
      Items.eraseProof(work, received.proof());
      return false;
    }
    var came = new Items.Came(given.item(), given.entity(), opened, row.id());
    parts.items().keep(work, received, came, Obligations.retention(ruling.full()));
    return true;
  }

  /// The partner committed to having received a request, or to having refused it on arrival.
  public void delivered(Work work, DispatchId request, Receipt receipt) {
    RequestRows.sent(work, request)
        .ifPresent(row ->
            RequestRows.put(
                work,
                switch (receipt.outcome()) {
                  case Receipt.Outcome.Accepted() -> arrived(row, receipt.receivedAt());
                  case Receipt.Outcome.Refused(ErrorCode code) ->
                      row.state() == SentRequest.State.QUEUED ? row.turnedAway(code.value()) : row;
                }));
  }

  private static SentRow arrived(SentRow row, Instant at) {
    SentRequest.State state =
        row.state() == SentRequest.State.QUEUED ? SentRequest.State.DELIVERED : row.state();
    return row.with(state, row.sent().clock().started(at));
  }

  /// The partner has a clarification: the clock runs again from his receipt.
  public void clarified(Work work, DispatchId clarification, Receipt receipt) {
    if (receipt.outcome() instanceof Receipt.Outcome.Accepted) {
      RequestRows.byClarification(work, clarification)
          .filter(row -> row.state().owed())
          .ifPresent(row ->
              RequestRows.put(work, row.with(row.sent().clock().resumed(receipt.receivedAt()))));
    }
  }

  /// The request never left.
  public void stranded(Work work, Dispatch request) {
    RequestRows.sent(work, request.header().id())
        .filter(row -> row.state().owed())
        .ifPresent(row -> {
          Matter about = matter(work, request.header().to(), request, row);
          Verdict ruling = rule(work, about, row);
          parts.decider().enter(work, about, ruling);
          RequestRows.put(
              work, row.decided(SentRequest.State.REFUSED_HERE, ruling.open(), row.sent().clock()));
        });
  }

  /// The partner that still owes a reply that was due then.
  public static Optional<NodeId> owed(Work work, DispatchId request, Instant due) {
    return RequestRows.sent(work, request)
        .map(SentRow::sent)
        .filter(sent -> sent.state().owed() && sameMilli(sent.clock().due(), due))
        .map(SentRequest::partner);
  }

  static boolean sameMilli(Optional<Instant> one, Instant other) {
    return one.filter(at -> at.toEpochMilli() == other.toEpochMilli()).isPresent();
  }

  /// Whether this node shows something of what was said to its request.
  public static Answered answered(Work work, DispatchId request) {
    return RequestRows.sent(work, request)
            .filter(row -> !Departing.decoyed(work, row.id()))
            .filter(row -> row.sent().said().stream().anyMatch(Requesting.Said::words))
            .isPresent()
        ? Answered.WITH_SOMETHING
        : Answered.WITH_NOTHING;
  }
}
