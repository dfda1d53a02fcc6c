// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.exchange.item.ConsentRow;
import lat.enlace.exchange.item.Consented;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.item.RecallDesk;
import lat.enlace.exchange.item.Unsent;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What comes in about consents, and what may leave.
public final class Consents {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  /// Requests of one partner about one item within one clock, whatever became of them: counted so,
  /// a refusal says nothing of what was decided.
  static final int MOST = 16;

  private final ConsentParts parts;

  Consents(ConsentParts parts) {
    this.parts = parts;
  }

  /// Why a request or an answer is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, ConsentBody body) {
    return switch (body) {
      case ConsentBody.Request request -> refusal(work, received, request);
      case ConsentBody.Consent consent -> refusal(work, received, consent);
    };
  }

  private List<ErrorCode> refusal(Work work, Received received, ConsentBody.Request request) {
    Optional<GivenRow> given = given(work, received.from(), request.item());
    boolean known =
        given
            .filter(row ->
                received.dispatch().header().basis().forCase().stream()
                    .allMatch(row.caseReference()::equals))
            .isPresent();
    if (!known) {
      return List.of(UNKNOWN_REFERENCE);
    }
    boolean permitted =
        parts.serves(request.use(), request.to(), request.purpose(), received.from())
            && parts.opens(work, received.from(), via(given.orElseThrow()))
            && recent(work, received.from(), request.item()) < MOST;
    return permitted ? List.of() : List.of(NOT_PERMITTED);
  }

  private static long recent(Work work, NodeId from, ItemId item) {
    Instant since = work.now().minus(ConsentBody.ANSWERED_WITHIN);
    return Consented.all(work).stream()
        .map(ConsentRow::consent)
        .filter(one -> !one.sent() && one.partner().equals(from) && one.item().equals(item))
        .filter(one -> one.asked().isAfter(since))
        .count();
  }

  /// What this node gave the partner and did not take away since.
  static Optional<GivenRow> given(Work work, NodeId holder, ItemId item) {
    return work.get(Store.Space.GIVEN, item.value(), GivenRow.class)
        .filter(row -> row.holder().equals(holder))
        .filter(_ -> !Unsent.is(work, item) && !RecallDesk.isTakenAway(work, item));
  }

  /// The kind that brought it to its holder.
  private DispatchKind via(GivenRow given) {
    return Written.find(parts.ask().journal(), given.disclosure())
        .map(dispatch -> dispatch.header().kind())
        .orElse(DispatchKind.DISCLOSURE);
  }

  private List<ErrorCode> refusal(Work work, Received received, ConsentBody.Consent said) {
    Optional<ConsentRow> row =
        Consented.find(work, said.request())
            .filter(found -> found.consent().sent())
            .filter(found -> found.consent().partner().equals(received.from()))
            .filter(found -> fits(found.consent(), said));
    if (row.isEmpty()) {
      return List.of(UNKNOWN_REFERENCE);
    }
    boolean opens =
        said.word() != ConsentBody.Consent.Word.GRANTED
            || parts.opens(work, received.from(), row.get().via());
    return opens ? List.of() : List.of(NOT_PERMITTED);
  }

  /// A yes or a no answers what is open, within what was asked; what is taken back was granted, or
  /// would have been.
  private static boolean fits(Consent asked, ConsentBody.Consent said) {
    boolean open = asked.state().isOpen();
    return switch (said.word()) {
      case GRANTED -> open && !said.until().getFirst().isAfter(asked.until());
      case REFUSED -> open;
      case TAKEN_BACK -> open || asked.state() == Consent.State.GRANTED;
    };
  }

  /// Takes a request or an answer.
  public void take(Work work, Received received, ConsentBody body) {
    switch (body) {
      case ConsentBody.Request request -> take(work, received, request);
      case ConsentBody.Consent said ->
          Consented.find(work, said.request())
              .ifPresent(row -> Consented.put(work, answered(row, said)));
    }
  }

  private void take(Work work, Received received, ConsentBody.Request request) {
    Header header = received.dispatch().header();
    GivenRow given = given(work, received.from(), request.item()).orElseThrow();
    Consented.put(
        work,
        new ConsentRow(
            fresh(header.id(), received.from(), false, request, header.created()),
            given.caseReference(),
            via(given),
            List.of(),
            List.of(),
            false));
  }

  /// Asked and not answered: the clock runs from when it was written, so that it ends at both ends
  /// at one moment.
  static Consent fresh(
      DispatchId id, NodeId partner, boolean sent, ConsentBody.Request request, Instant created) {
    Duration within = ConsentBody.ANSWERED_WITHIN;
    return new Consent(
        id,
        partner,
        sent,
        sent ? Consent.State.QUEUED : Consent.State.WAITING,
        request.item(),
        request.use(),
        request.to(),
        request.purpose(),
        created,
        created.plus(within).truncatedTo(ChronoUnit.MILLIS),
        request.until(),
        List.of(),
        List.of());
  }

  static ConsentRow answered(ConsentRow row, ConsentBody.Consent said) {
    Consent.State state =
        switch (said.word()) {
          case GRANTED -> Consent.State.GRANTED;
          case REFUSED -> Consent.State.REFUSED;
          case TAKEN_BACK -> Consent.State.TAKEN_BACK;
        };
    return row.said(state, new Saying(said.until(), said.conditions(), said.reason()));
  }

  /// A receipt came: what the other side does not take is a no.
  public void delivered(Work work, Dispatch dispatch, ConsentBody body, Receipt.Outcome outcome) {
    if (outcome instanceof Receipt.Outcome.Accepted) {
      return;
    }
    switch (body) {
      case ConsentBody.Request _ ->
          Consented.find(work, dispatch.header().id())
              .filter(row -> row.consent().state().isOpen())
              .ifPresent(row -> Consented.put(work, row.in(Consent.State.REFUSED_THERE)));
      case ConsentBody.Consent said ->
          Consented.find(work, said.request())
              .filter(row -> said.word() == ConsentBody.Consent.Word.GRANTED)
              .filter(row -> row.consent().state() == Consent.State.GRANTED)
              .ifPresent(row -> Consented.put(work, row.in(Consent.State.LAPSED)));
    }
  }

  /// True if what waits may leave: questions and a yes only while the channel is open for what
  /// brought the item; a no, and what is taken back, always.
  public boolean mayLeave(Work work, Dispatch dispatch, ConsentBody body) {
    return live(work, dispatch, body)
        .map(row -> parts.opens(work, dispatch.header().to(), row.via()))
        .orElseGet(() -> !adds(body));
  }

  /// True if it is about what is over.
  public boolean neverLeaves(Work work, Dispatch dispatch, ConsentBody body) {
    return adds(body) && live(work, dispatch, body).isEmpty();
  }

  private static boolean adds(ConsentBody body) {
    return switch (body) {
      case ConsentBody.Request _ -> true;
      case ConsentBody.Consent said -> said.word() == ConsentBody.Consent.Word.GRANTED;
    };
  }

  private static Optional<ConsentRow> live(Work work, Dispatch dispatch, ConsentBody body) {
    if (!adds(body)) {
      return Optional.empty();
    }
    return switch (body) {
      case ConsentBody.Request _ ->
          Consented.find(work, dispatch.header().id())
              .filter(row -> row.consent().state().isOpen());
      case ConsentBody.Consent said ->
          Consented.find(work, said.request())
              .filter(row -> row.consent().state() == Consent.State.GRANTED);
    };
  }
}
