// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Approving;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;

/// The officer who works a request.
public final class ReplyDesk implements Replying {
  private final AskParts parts;
  private final Journal journal;
  private final Alikes alikes;
  private final Replies replies;
  private final Giving giving;

  /// With its parts.
  public ReplyDesk(AskParts parts, Replies replies) {
    this.parts = parts;
    this.journal = parts.journal();
    this.alikes = new Alikes(parts.letters());
    this.replies = replies;
    this.giving = new Giving(parts, replies);
  }

  @Override
  public List<HeldRequest> desk(Officer by) {
    if (!Roles.any(by, DispatchKind.REPLY, Role.DUTY_OFFICER, Role.AUTHORITY)) {
      return List.of();
    }
    Work work = journal.begin();
    return RequestRows.allHeld(work).stream()
        .filter(row -> concerns(work, by, row))
        .map(ReceivedRow::held)
        .sorted(
            Comparator.comparing((HeldRequest held) -> !held.state().owed())
                .thenComparing(held -> held.clock().due().orElse(Instant.MAX))
                .thenComparing(HeldRequest::id))
        .toList();
  }

  /// A duty officer's, and an authority's that it waits for.
  private boolean concerns(Work work, Officer by, ReceivedRow row) {
    return Roles.any(by, DispatchKind.REPLY, Role.DUTY_OFFICER)
        || !Collections.disjoint(roles(work, by, row), row.held().waitsFor());
  }

  private Set<AuthorityRole> roles(Work work, Officer by, ReceivedRow row) {
    return parts
        .decider()
        .authorises(by, Replies.ref(Replies.dispatch(work, row).header()), DispatchKind.REQUEST);
  }

  @Override
  public OpenRequest open(Officer by, DispatchId request) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.REPLY, Role.DUTY_OFFICER, Role.AUTHORITY);
    Work work = journal.begin();
    ReceivedRow row = found(work, by, request);
    Dispatch dispatch = Replies.dispatch(work, row);
    var reader =
        new Readings.Reader(
            by, role, dispatch.header().basis().forCase().orElseThrow(), ReadingStep.REQUEST);
    var source = Readings.Source.dispatch(row.held().from(), row.id());
    if (Replies.answered(work, journal, row.id()) == Answered.WITH_NOTHING) {
      parts.readings().keep(work, reader, source);
    } else {
      parts.readings().report(work, reader, source);
    }
    var about = Alikes.About.of((RequestBody.Request) dispatch.body());
    List<Alike> same =
        alikes.find(
            work,
            about,
            Optional.of(row.id()),
            one -> one.agency().isEmpty() || one.agency().contains(by.agency().id()));
    List<String> words = clarifications(work, row);
    journal.commit(work);
    return new OpenRequest(row.held(), dispatch, Replies.text(work, row), words, same);
  }

  private static List<String> clarifications(Work work, ReceivedRow row) {
    List<String> words = new ArrayList<>();
    for (DispatchId id : row.clarifications()) {
      Rows.received(work, id)
          .map(Rows.Proof::content)
          .filter(bytes -> !bytes.isEmpty())
          .map(Written::read)
          .ifPresent(one -> words.add(((RequestBody.Clarification) one.body()).text()));
    }
    return words;
  }

  @Override
  public HeldRequest admit(Officer authority, DispatchId request, Bytes signature)
      throws ExchangeException {
    Roles.require(authority, DispatchKind.REPLY, Role.AUTHORITY);
    Work work = journal.begin();
    ReceivedRow row = requireOwed(RequestRows.held(work, request).orElseThrow(ReplyDesk::notFound));
    if (row.held().waitsFor().isEmpty()) {
      throw wrongState("it waits for no authority");
    }
    Dispatch dispatch = Replies.dispatch(work, row);
    if (Collections.disjoint(roles(work, authority, row), row.held().waitsFor())) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the instrument names another authority");
    }
    var text =
        new Approving.Text(
            row.id(),
            row.held().from(),
            DispatchKind.REQUEST,
            Replies.ref(dispatch.header()),
            Replies.text(work, row));
    List<AuthorityRole> all =
        new Approving(parts.decider(), parts.approval())
            .approve(work, text, row.approvals(), authority, signature);
    Matter matter =
        replies
            .matter(work, dispatch, DispatchKind.REQUEST, dispatch.header(), List.of())
            .approvedBy(Set.copyOf(all));
    Verdict ruling = parts.decider().rule(work, matter, Replies.ref(dispatch.header()));
    parts.decider().enter(work, matter, ruling);
    ReceivedRow after = row.approvedBy(all, Replies.waitsFor(ruling));
    RequestRows.put(work, after);
    journal.commit(work);
    return after.held();
  }

  @Override
  public HeldRequest progress(
      Officer by,
      DispatchId request,
      RequestBody.Progress.Step step,
      String text,
      List<LocalDate> expected)
      throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST_PROGRESS, Role.DUTY_OFFICER);
    RequestBody.Progress body;
    try {
      body = new RequestBody.Progress(request, step, text, expected);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM,
          "say what is asked back or who has it now, or by when a judge decides, and nothing else",
          e);
    }
    Work work = journal.begin();
    ReceivedRow row = requireOwed(found(work, by, request));
    HeldRequest.State next = next(row.held().state(), step);
    Letters.Letter letter = giving.step(work, by, row, body);
    Instant at = letter.dispatch().header().created();
    ReceivedRow after = row.with(next, Arrivals.stepped(row.held().clock(), step, at));
    RequestRows.put(work, after);
    journal.commit(work);
    return after.held();
  }

  /// The same table as the asker's: his states beyond those of this end end the request.
  private static HeldRequest.State next(HeldRequest.State from, RequestBody.Progress.Step step)
      throws ExchangeException {
    SentRequest.State there =
        switch (from) {
          case RECEIVED -> SentRequest.State.DELIVERED;
          case ACCEPTED -> SentRequest.State.ACCEPTED;
          case CLARIFY -> SentRequest.State.CLARIFY;
          case JUDICIAL -> SentRequest.State.JUDICIAL;
          case REDIRECTED -> SentRequest.State.REDIRECTED;
          case PARTIAL -> SentRequest.State.PARTIAL;
          case ANSWERED, REFUSED, WITHDRAWN -> throw wrongState("the request has ended");
        };
    if (Arrivals.next(there, step).isEmpty()) {
      throw wrongState("this step does not follow where the request stands");
    }
    return switch (step) {
      case ACCEPTED, RESUMED -> HeldRequest.State.ACCEPTED;
      case CLARIFY -> HeldRequest.State.CLARIFY;
      case JUDICIAL -> HeldRequest.State.JUDICIAL;
      case REDIRECTED -> HeldRequest.State.REDIRECTED;
    };
  }

  @Override
  public HeldRequest reply(Officer by, DispatchId request, ReplyForm form)
      throws ExchangeException {
    Roles.require(by, DispatchKind.REPLY, Role.DUTY_OFFICER);
    Work work = journal.begin();
    ReceivedRow row = requireOwed(found(work, by, request));
    ReceivedRow after = giving.reply(work, by, row, form);
    RequestRows.put(work, after);
    journal.commit(work);
    return after.held();
  }

  private ReceivedRow found(Work work, Officer by, DispatchId id) throws ExchangeException {
    return RequestRows.held(work, id)
        .filter(row -> concerns(work, by, row))
        .orElseThrow(ReplyDesk::notFound);
  }

  private static ReceivedRow requireOwed(ReceivedRow row) throws ExchangeException {
    if (!row.held().state().owed()) {
      throw wrongState("the request has ended");
    }
    return row;
  }

  private static ExchangeException wrongState(String why) {
    return new ExchangeException(ExchangeException.Code.WRONG_STATE, why);
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such request");
  }
}
