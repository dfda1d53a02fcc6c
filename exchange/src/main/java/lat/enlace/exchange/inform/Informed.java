// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.inform;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;

/// What comes in: information, and what came of information sent.
public final class Informed {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode ID_REUSED = PeerException.Code.ID_REUSED.errorCode();
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");
  private static final String INFORMATION = "information";

  private final AskParts parts;

  /// With its parts.
  public Informed(AskParts parts) {
    this.parts = parts;
  }

  /// Why information is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, SpontaneousBody.Information body) {
    if (parts.items().known(work, body.item())) {
      return refused(work, received, ID_REUSED);
    }
    return decide(work, received.dispatch(), Side.RECEIVING).open() instanceof Decision.Permit
        ? List.of()
        : List.of(NOT_PERMITTED);
  }

  private List<ErrorCode> refused(Work work, Received received, ErrorCode code) {
    String kind = received.dispatch().header().kind().code();
    parts.decider().enterRefusedInput(work, received.from(), kind, code.value());
    return List.of(code);
  }

  private Verdict decide(Work work, Dispatch dispatch, Side side) {
    Matter matter = matter(work, dispatch, dispatch, side);
    Verdict ruling = rule(work, matter, dispatch);
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  Verdict rule(Work work, Matter matter, Dispatch information) {
    return parts.decider().rule(work, matter, information.header().basis().cited().orElseThrow());
  }

  /// What is decided about {@code dispatch} of the conversation that {@code information} began.
  Matter matter(Work work, Dispatch information, Dispatch dispatch, Side side) {
    Header header = information.header();
    SpontaneousBody.Information body = (SpontaneousBody.Information) information.body();
    boolean ours = header.from().equals(parts.own().node());
    NodeId partner = ours ? header.to() : header.from();
    StateCode theirs = parts.accords().stateOf(partner).orElseThrow();
    Basis.UnderInstrument basis = (Basis.UnderInstrument) header.basis();
    Question question =
        new Question(
            new Question.Route(
                side,
                dispatch.header().kind(),
                ours ? parts.own().state() : theirs,
                ours ? theirs : parts.own().state(),
                dispatch.header().sender().agency().kind()),
            new Question.Cause(basis.purpose(), basis.offence(), true, true, basis.elements()),
            new Question.Subject(body.category(), body.stage(), body.grounds()),
            Categories.all(body.entity()),
            header.urgency());
    Facts facts = parts.shelves().facts(work, List.of(body.entity()));
    return Matter.of(partner, question, facts, List.of(dispatch.header().id()));
  }

  /// Information came. Of someone whom this node protects nothing is kept.
  public void take(Work work, Received received, SpontaneousBody.Information body) {
    Dispatch dispatch = received.dispatch();
    Header header = dispatch.header();
    Verdict ruling = rule(work, matter(work, dispatch, dispatch, Side.RECEIVING), dispatch);
    if (ruling.concealed()) {
      Items.eraseProof(work, received.proof());
      return;
    }
    Entity opened = Categories.opened(body.entity(), Categories.all(body.entity()));
    var came = new Items.Came(body.item(), body.entity(), opened, header.id());
    parts.items().keep(work, received, came, Obligations.retention(ruling.full()));
    Information information =
        new Information(
            header.id(),
            received.from(),
            false,
            Information.State.RECEIVED,
            work.now().truncatedTo(ChronoUnit.MILLIS),
            header.basis().forCase().orElseThrow(),
            body.item(),
            List.of());
    put(work, new InformationRow(information, List.of(), received.proof()));
  }

  /// Why feedback is not taken in: only on what was sent, from whom it went to, once.
  public List<ErrorCode> refusal(Work work, Received received, SpontaneousBody.Feedback body) {
    Optional<InformationRow> row =
        find(work, body.information())
            .filter(found -> found.information().state() == Information.State.QUEUED)
            .filter(found -> found.information().partner().equals(received.from()));
    Optional<Dispatch> information =
        row.flatMap(found -> Written.find(parts.journal(), found.information().id()));
    if (information.isEmpty()) {
      return refused(work, received, UNKNOWN_REFERENCE);
    }
    Matter matter = matter(work, information.get(), received.dispatch(), Side.ASKING);
    Verdict ruling = rule(work, matter, information.get());
    parts.decider().enter(work, matter, ruling);
    return ruling.open() instanceof Decision.Permit ? List.of() : List.of(NOT_PERMITTED);
  }

  /// Feedback came.
  public void take(Work work, SpontaneousBody.Feedback body) {
    find(work, body.information()).ifPresent(row -> put(work, row.used(body.use())));
  }

  /// It never left: nothing was given. Whoever said what came of it had it, though his receipt
  /// never came.
  public void stranded(Work work, Dispatch dispatch) {
    decide(work, dispatch, Side.ASKING);
    find(work, dispatch.header().id())
        .filter(row -> row.information().state() == Information.State.QUEUED)
        .ifPresent(row -> {
          work.delete(Store.Space.GIVEN, row.information().item().value());
          put(work, row.in(Information.State.REFUSED_HERE, List.of()));
        });
  }

  static List<InformationRow> all(Work work) {
    return work.all(Store.Space.REQUEST, INFORMATION + " ", InformationRow.class);
  }

  static Optional<InformationRow> find(Work work, DispatchId id) {
    return work.get(Store.Space.REQUEST, Keys.of(INFORMATION, id), InformationRow.class);
  }

  static void put(Work work, InformationRow row) {
    work.put(Store.Space.REQUEST, Keys.of(INFORMATION, row.information().id()), row);
  }
}
