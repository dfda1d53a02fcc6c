// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Departing;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyId;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.Urgency;
import lat.enlace.model.clock.Term;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;

/// What a ruling makes of a request, and how what is said about it leaves: as it is, or as what
/// belongs to the decoy that went out in its place (docs/adr/0013).
final class Sendings {
  private final AskParts parts;
  private final Departing departing;
  private final Alikes alikes;

  Sendings(AskParts parts, Alikes alikes) {
    this.parts = parts;
    this.departing = new Departing(parts);
    this.alikes = alikes;
  }

  /// Who requests what in which matter.
  record Asker(Officer by, RequestForm form, EnquiryId enquiry) {}

  SentRow first(Work work, Asker asker, Matter matter, Verdict ruling) throws ExchangeException {
    RequestForm form = asker.form();
    if (ruling.open() instanceof Decision.Refuse) {
      DispatchId id = parts.letters().freshId(work);
      parts.decider().enter(work, matter.about(List.of(id)), ruling);
      return keep(work, asker, matter, ruling, id, Bytes.EMPTY);
    }
    var cover =
        new Letters.Cover(
            asker.by(),
            Role.ANALYST,
            matter.partner(),
            Forms.basis(form.ask(), ruling.refs().getFirst()),
            Obligations.handling(ruling.open()),
            form.ask().urgency());
    Letters.Letter letter = parts.letters().write(work, cover, body(form, asker.enquiry()));
    parts.decider().enter(work, matter.about(List.of(letter.id())), ruling);
    if (ruling.open() instanceof Decision.Permit) {
      go(work, asker.by().agency().id(), letter.dispatch(), letter.bytes(), ruling);
    }
    return keep(work, asker, matter, ruling, letter.id(), letter.bytes());
  }

  /// @throws ExchangeException with code INVALID_FORM
  static RequestBody.Request body(RequestForm form, EnquiryId enquiry) throws ExchangeException {
    AskForm ask = form.ask();
    try {
      return new RequestBody.Request(
          enquiry,
          form.type(),
          ask.subject(),
          ask.category(),
          ask.stage(),
          ask.grounds(),
          ask.wanted(),
          form.urgent(),
          form.earlier(),
          ask.reason());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
  }

  /// Queues it, and notes that it went.
  void go(Work work, AgencyId agency, Dispatch dispatch, Bytes bytes, Verdict ruling)
      throws ExchangeException {
    DispatchId id = dispatch.header().id();
    NodeId partner = dispatch.header().to();
    departing.go(work, ruling, id, partner, bytes);
    RequestBody.Request request = (RequestBody.Request) dispatch.body();
    alikes.keep(
        work,
        Alikes.About.of(request),
        new Alikes.Row(
            Alike.Channel.SENT,
            request.type(),
            work.now(),
            List.of(id),
            List.of(partner),
            List.of(agency),
            List.of(request.enquiry())),
        id);
  }

  /// Sends something about a request that went out. About a decoy the same is said in other words.
  ///
  /// @param concealed whether only the rights officer may know why it must stay here
  Letters.Letter about(
      Work work, Officer by, SentRow row, Verdict ruling, RequestBody body, RequestBody instead)
      throws ExchangeException {
    Dispatch request = Written.read(row.dispatch());
    var cover =
        new Letters.Cover(
            by,
            Role.ANALYST,
            row.sent().partner(),
            request.header().basis(),
            request.header().handling(),
            request.header().urgency());
    Letters.Letter letter = parts.letters().write(work, cover, body);
    boolean decoyed = Departing.decoyed(work, row.id());
    if (!decoyed && !ruling.concealed()) {
      parts.letters().send(work, letter);
      work.leaveRoom();
      return letter;
    }
    work.enter(
        Draft.kept(EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(cover.to())));
    List<Basis> basis = decoyed ? departing.basisInstead(work, request) : List.of();
    if (basis.isEmpty()) {
      work.leaveRoom();
    } else {
      Bytes told = Letters.insteadOf(letter, basis.getFirst(), instead);
      work.enterLast(Draft.decoy(told, cover.to()));
    }
    return letter;
  }

  private SentRow keep(
      Work work, Asker asker, Matter matter, Verdict ruling, DispatchId id, Bytes dispatch) {
    SentRequest.State state =
        switch (ruling.open()) {
          case Decision.Permit _ -> SentRequest.State.QUEUED;
          case Decision.Escalate _ -> SentRequest.State.AWAITING_AUTHORITY;
          case Decision.Refuse _ -> SentRequest.State.REFUSED_HERE;
        };
    SentRequest sent =
        new SentRequest(
            id,
            matter.partner(),
            state,
            work.now(),
            asker.by().id(),
            asker.form(),
            asker.enquiry(),
            ruling.refs(),
            ruling.open(),
            clock(ruling, asker.form().ask().urgency(), partner(matter.partner())),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    SentRow row = new SentRow(sent, asker.by().agency().id(), dispatch, List.of());
    RequestRows.put(work, row);
    return row;
  }

  private StateCode partner(NodeId partner) {
    return parts.accords().stateOf(partner).orElse(parts.own().state());
  }

  /// As the agreement sets it for the urgency, else as the urgency does.
  static RequestClock clock(Verdict ruling, Urgency urgency, StateCode owing) {
    return RequestClock.of(
        Obligations.term(ruling.open()).orElseGet(() -> new Term.Elapsed(urgency.clock())), owing);
  }
}
