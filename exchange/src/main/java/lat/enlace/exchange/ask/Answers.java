// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
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
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What comes back to a question: receipt, answer, disclosure or refusal. Each only from the
/// partner that was asked, only in the state that awaits it, and only if this node still permits
/// it.
public final class Answers {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode ID_REUSED = PeerException.Code.ID_REUSED.errorCode();
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final AskParts parts;

  /// With its parts.
  public Answers(AskParts parts) {
    this.parts = parts;
  }

  /// Why an answer is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, HitBody.Answer answer) {
    return refusal(
        work,
        received,
        Asked.find(work, answer.question())
            .filter(row -> row.state() == State.QUEUED || row.state() == State.DELIVERED));
  }

  /// Why a disclosure is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, HitBody.Disclosure disclosure) {
    if (parts.items().known(work, disclosure.item())) {
      String kind = received.dispatch().header().kind().code();
      parts.decider().enterRefusedInput(work, received.from(), kind, ID_REUSED.value());
      return List.of(ID_REUSED);
    }
    return refusal(work, received, followedUp(work, disclosure.followUp()));
  }

  /// Why the refusal of a follow-up is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, HitBody.Refusal refusal) {
    return refusal(work, received, followedUp(work, refusal.followUp()));
  }

  private static Optional<AskedRow> followedUp(Work work, DispatchId followUp) {
    return Asked.byFollowUp(work, followUp).filter(row -> row.state() == State.FOLLOWED_UP);
  }

  private List<ErrorCode> refusal(Work work, Received received, Optional<AskedRow> asked) {
    Optional<AskedRow> row = asked.filter(found -> found.asked().partner().equals(received.from()));
    if (row.isEmpty()) {
      parts
          .decider()
          .enterRefusedInput(
              work,
              received.from(),
              received.dispatch().header().kind().code(),
              UNKNOWN_REFERENCE.value());
      return List.of(UNKNOWN_REFERENCE);
    }
    if (permits(work, received, row.get())) {
      return List.of();
    }
    // The partner will not send it again, so the question ends here.
    Asked.put(work, row.get().in(State.REFUSED_HERE));
    return List.of(NOT_PERMITTED);
  }

  private boolean permits(Work work, Received received, AskedRow row) {
    Verdict ruling = decide(work, received.from(), received.dispatch(), row);
    return ruling.open() instanceof Decision.Permit
        || !Bodies.carriesData(received.dispatch().body());
  }

  /// Decides on a dispatch of this question's conversation with the partner, and enters it.
  private Verdict decide(Work work, NodeId partner, Dispatch dispatch, AskedRow row) {
    Matter about = matter(work, partner, dispatch, row);
    Verdict ruling = parts.decider().rule(work, about, row.asked().instrument().getFirst());
    parts.decider().enter(work, about, ruling);
    return ruling;
  }

  /// True if only a fact that the rights officer alone may know keeps this out.
  private boolean concealed(Work work, Received received, AskedRow row) {
    return rule(work, received, row).concealed();
  }

  /// Decides as {@link #refusal} did, and enters nothing more.
  private Verdict rule(Work work, Received received, AskedRow row) {
    Matter about = matter(work, received.from(), received.dispatch(), row);
    return parts.decider().rule(work, about, row.asked().instrument().getFirst());
  }

  private Matter matter(Work work, NodeId partner, Dispatch dispatch, AskedRow row) {
    var header = dispatch.header();
    Dispatch question = Written.read(row.dispatch());
    Question matter =
        Matter.subject(
            new Question.Route(
                Side.ASKING,
                header.kind(),
                parts.own().state(),
                parts.accords().stateOf(partner).orElseThrow(),
                header.sender().agency().kind()),
            question.header().basis(),
            (HitBody.Question) question.body(),
            question.header().urgency());
    List<Entity> alike = new ArrayList<>();
    alike.add(row.asked().form().subject());
    if (dispatch.body() instanceof HitBody.Disclosure disclosure) {
      alike.add(disclosure.entity());
    }
    Facts facts = parts.shelves().facts(work, alike);
    return Matter.of(partner, matter, facts, List.of(row.id(), header.id()))
        .approvedBy(Set.copyOf(row.approvals()));
  }

  /// The question never left.
  public void strandedQuestion(Work work, Dispatch question) {
    ended(work, Asked.find(work, question.header().id()), question);
  }

  /// The follow-up never left.
  public void strandedFollowUp(Work work, Dispatch followUp) {
    ended(work, Asked.byFollowUp(work, followUp.header().id()), followUp);
  }

  private void ended(Work work, Optional<AskedRow> asked, Dispatch dispatch) {
    asked
        .filter(row -> row.state() == State.QUEUED || row.state() == State.FOLLOWED_UP)
        .ifPresent(row -> {
          Verdict ruling = decide(work, dispatch.header().to(), dispatch, row);
          Asked.put(work, row.in(State.REFUSED_HERE, row.asked().due(), ruling.open()));
        });
  }

  /// An answer came. A hit about someone this node has sealed meanwhile is a no-hit to its
  /// officers.
  public void take(Work work, Received received, HitBody.Answer answer) {
    AskedRow row = Asked.find(work, answer.question()).orElseThrow();
    HitBody.Outcome outcome =
        concealed(work, received, row) || foundNamesake(work, answer)
            ? new HitBody.Outcome.NoHit()
            : answer.outcome();
    State state =
        switch (outcome) {
          case HitBody.Outcome.NoHit() -> State.NO_HIT;
          case HitBody.Outcome.Hit _ -> State.HIT;
          case HitBody.Outcome.Refused _ -> State.REFUSED_THERE;
        };
    Asked.put(work, row.answered(state, received.dispatch().header().id(), outcome));
  }

  /// Core data came. Only the categories asked for, which are those that the agreement opens, are
  /// kept. Data on someone whom this node protects are not kept; its officers meet the refusal they
  /// would meet from a holder who has nothing.
  public void take(Work work, Received received, HitBody.Disclosure disclosure) {
    AskedRow row = Asked.byFollowUp(work, disclosure.followUp()).orElseThrow();
    Verdict ruling = rule(work, received, row);
    Entity opened = Categories.opened(disclosure.entity(), row.asked().form().wanted());
    if (ruling.concealed() || opened.statements().isEmpty()) {
      Items.eraseProof(work, received.proof());
      var nothing = new AskedQuestion.Withheld(RefusalCode.R1, "", List.of());
      Asked.put(work, row.ended(State.WITHHELD, List.of(), List.of(nothing)));
      return;
    }
    var terms = Obligations.retention(ruling.full());
    var came = new Items.Came(disclosure.item(), disclosure.entity(), opened, row.id());
    parts.items().keep(work, received, came, terms);
    Asked.put(work, row.ended(State.DISCLOSED, List.of(disclosure.item()), List.of()));
  }

  /// The holding officer refused.
  public void take(Work work, Received received, HitBody.Refusal refusal) {
    AskedRow row = Asked.byFollowUp(work, refusal.followUp()).orElseThrow();
    // Where nothing is explained, nothing is there to be read.
    List<DispatchId> explained =
        refusal.explanation().isEmpty() ? List.of() : List.of(received.dispatch().header().id());
    var withheld = new AskedQuestion.Withheld(refusal.code(), "", explained);
    Asked.put(work, row.ended(State.WITHHELD, List.of(), List.of(withheld)));
  }

  /// The partner committed to having received the question, or to having refused it on arrival.
  public void delivered(Work work, DispatchId question, Receipt.Outcome outcome) {
    Asked.find(work, question)
        .filter(row -> row.state() == State.QUEUED)
        .ifPresent(row -> Asked.put(work, delivered(row, outcome)));
  }

  /// The partner committed to having refused the follow-up on arrival: nothing else will come.
  public void followUpDelivered(Work work, DispatchId followUp, Receipt.Outcome outcome) {
    if (outcome instanceof Receipt.Outcome.Refused(ErrorCode code)) {
      followedUp(work, followUp)
          .ifPresent(row ->
              Asked.put(
                  work,
                  row.ended(
                      State.WITHHELD,
                      List.of(),
                      List.of(
                          new AskedQuestion.Withheld(RefusalCode.R9, code.value(), List.of())))));
    }
  }

  private static AskedRow delivered(AskedRow row, Receipt.Outcome outcome) {
    return switch (outcome) {
      case Receipt.Outcome.Accepted() -> row.in(State.DELIVERED);
      case Receipt.Outcome.Refused(ErrorCode code) ->
          row.answered(
              State.REFUSED_THERE,
              row.id(),
              new HitBody.Outcome.Refused(RefusalCode.R9, List.of(code.value())));
    };
  }

  /// The partner that still owes what a clock was started for.
  public Optional<NodeId> owed(Work work, DispatchId question, Instant due) {
    return Asked.find(work, question)
        .map(AskedRow::asked)
        .filter(asked -> asked.owed() && sameMilli(asked.due(), due))
        .map(AskedQuestion::partner);
  }

  private static boolean sameMilli(Instant one, Instant other) {
    return one.toEpochMilli() == other.toEpochMilli();
  }

  /// What this node shows of the answer to its question: of a no-hit there is nothing to read, and
  /// that someone looks at it all the same would tell the partner what the question hid.
  public static Answered answered(Work work, DispatchId question) {
    return state(work, question).filter(Answers::hit).isPresent()
        ? Answered.WITH_SOMETHING
        : Answered.WITH_NOTHING;
  }

  /// Where a question stands.
  public static Optional<State> state(Work work, DispatchId question) {
    return Asked.find(work, question).map(AskedRow::state);
  }

  /// True if officers here were told of a hit.
  public static boolean hit(State state) {
    return switch (state) {
      case HIT, FOLLOWED_UP, DISCLOSED, WITHHELD, NOT_THE_SUBJECT -> true;
      case REFUSED_HERE, AWAITING_AUTHORITY, DECLINED, QUEUED, DELIVERED, NO_HIT, REFUSED_THERE ->
          false;
    };
  }

  /// Nobody can be hit by a decoy: if a partner knows someone of the invented name after all, he is
  /// not the subject of this question.
  private static boolean foundNamesake(Work work, HitBody.Answer answer) {
    return Asked.wasDecoyed(work, answer.question())
        && answer.outcome() instanceof HitBody.Outcome.Hit;
  }
}
