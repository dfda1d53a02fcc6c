// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding.HeldFollowUp;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;

/// Answers questions under this state's own law. Whatever is found, the same is done: the sealed
/// list and the index are both searched, the profile is made, one decision and one answer of one
/// size are entered (invariant I13).
public final class Questions {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");
  private static final HitBody.Outcome NO_HIT = new HitBody.Outcome.NoHit();
  private static final Duration FOLLOW_UP_CLOCK = Duration.ofDays(2);

  private final AnswerParts parts;
  private final Quotas quotas;
  private final Profiles profiles;
  private String countsSeen = "";

  /// With its parts.
  public Questions(AnswerParts parts) {
    this.parts = parts;
    this.quotas = new Quotas(parts.accords(), parts.pseudonyms());
    this.profiles = new Profiles(parts.randomness());
  }

  /// Decides and, unless a person must, answers.
  public void take(Work work, Received received, HitBody.Question body) throws ExchangeException {
    Header header = received.dispatch().header();
    Profiles.Profile found = find(work, received.dispatch());
    boolean counted = quotas.use(work, received.from(), received.dispatch(), body);
    counted &=
        quotas.meet(
            work,
            received.from(),
            parts.shelves().meant(work, body.subject(), covered(work, header)));
    boolean quotaLeft = counted && quotas.mayTell(work, received.from(), found.handles());
    Matter matter = matter(work, received.dispatch(), quotaLeft);
    Verdict ruling = parts.decider().rule(work, matter, ref(header));
    parts.decider().enter(work, matter, ruling);
    Instant due =
        Obligations.due(ruling.open(), parts.own().state(), work.now())
            .orElse(work.now().plus(header.urgency().clock()));
    HeldRow row =
        new HeldRow(
            header.id(),
            received.from(),
            HeldRow.State.WAITING,
            work.now(),
            due,
            received.proof(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            quotaLeft);
    settle(work, row, received.dispatch(), new Settling(ruling, found, HeldRow.State.ANSWERED));
  }

  /// A ruling, what was found, and the state of the question once it is answered.
  record Settling(Verdict ruling, Profiles.Profile found, HeldRow.State answered) {}

  /// Searches the holding for the subject of {@code question}.
  Profiles.Profile find(Work work, Dispatch question) {
    Entity subject = ((HitBody.Question) question.body()).subject();
    return profiles.of(
        subject, parts.shelves().tellable(work, subject, covered(work, question.header())));
  }

  /// Whose subjects may be told to who asks: those of offences that the agreement cited covers.
  Predicate<OffenceCode> covered(Work work, Header question) {
    return parts.coverage().under(work, ref(question), question.from());
  }

  /// Answers as ruled; an escalation waits.
  HeldRow settle(Work work, HeldRow row, Dispatch question, Settling settling)
      throws ExchangeException {
    HeldRow.State answered = settling.answered();
    return switch (settling.ruling().open()) {
      case Decision.Permit _ -> {
        if (settling.ruling().concealed()) {
          yield answer(work, row.answered(answered, row.id(), List.of()), question, NO_HIT);
        }
        Profiles.Profile found = settling.found();
        quotas.tell(work, row.from(), found.handles());
        yield answer(
            work, row.answered(answered, row.id(), found.handles()), question, found.outcome());
      }
      case Decision.Refuse refuse ->
          answer(work, row.answered(answered, row.id(), List.of()), question, refused(refuse));
      case Decision.Escalate escalate -> {
        HeldRow waiting =
            row.waitingFor(
                escalate.reasons().stream().map(Reason::code).distinct().toList(),
                escalate.authorities().stream().sorted().toList());
        Held.put(work, waiting);
        yield waiting;
      }
    };
  }

  /// Sends the answer and keeps under which id.
  HeldRow answer(Work work, HeldRow row, Dispatch question, HitBody.Outcome outcome)
      throws ExchangeException {
    Header header = question.header();
    var cover =
        new Letters.Cover(
            parts.letters().desk(),
            Role.DUTY_OFFICER,
            row.from(),
            header.basis(),
            Handling.LEAST,
            header.urgency());
    Letters.Letter letter =
        parts.letters().post(work, cover, new HitBody.Answer(row.id(), outcome));
    HeldRow after = row.answered(row.state(), letter.id(), row.handles());
    Held.put(work, after);
    return after;
  }

  /// What is decided about a question received, with what this node knows beside it.
  Matter matter(Work work, Dispatch question, boolean quotaLeft) {
    HitBody.Question body = (HitBody.Question) question.body();
    Facts facts = parts.shelves().facts(work, List.of(body.subject()));
    return new Matter(
        question.header().from(),
        asked(question, DispatchKind.QUESTION, question.header()),
        facts,
        quotaLeft,
        Set.of(),
        List.of(question.header().id()));
  }

  private Question asked(Dispatch question, DispatchKind kind, Header sender) {
    Header header = question.header();
    return Matter.subject(
        new Question.Route(
            Side.RECEIVING,
            kind,
            parts.accords().stateOf(header.from()).orElseThrow(),
            parts.own().state(),
            sender.sender().agency().kind()),
        header.basis(),
        (HitBody.Question) question.body(),
        header.urgency());
  }

  /// Why a follow-up is not taken in: nothing it could mean, or this node's decision.
  public List<ErrorCode> refusal(Work work, Received received, HitBody.FollowUp body) {
    var row =
        Held.byAnswer(work, body.answer())
            .filter(found -> found.from().equals(received.from()))
            .filter(found -> names(found, body));
    if (row.isEmpty()) {
      parts
          .decider()
          .enterRefusedInput(
              work, received.from(), DispatchKind.FOLLOW_UP.code(), UNKNOWN_REFERENCE.value());
      return List.of(UNKNOWN_REFERENCE);
    }
    Dispatch question = Held.dispatch(work, row.get().proof());
    Matter matter =
        Matter.of(
                received.from(),
                asked(question, DispatchKind.FOLLOW_UP, received.dispatch().header()),
                facts(work, question, entity(row.get(), body)),
                List.of(row.get().id(), received.dispatch().header().id()))
            .approvedBy(Set.copyOf(row.get().approvals()));
    Verdict ruling = parts.decider().rule(work, matter, ref(question.header()));
    parts.decider().enter(work, matter, ruling);
    return ruling.open() instanceof Decision.Refuse ? List.of(NOT_PERMITTED) : List.of();
  }

  /// What this node knows of whom was asked about and of the candidate held for the same.
  Facts facts(Work work, Dispatch question, EntityId candidate) {
    List<Entity> alike = new ArrayList<>();
    alike.add(((HitBody.Question) question.body()).subject());
    parts.shelves().subject(work, candidate).map(CaseSubject::entity).ifPresent(alike::add);
    return parts.shelves().facts(work, alike);
  }

  private static EntityId entity(HeldRow row, HitBody.FollowUp body) {
    return row.handles().stream()
        .filter(one -> one.handle().equals(body.candidate()))
        .findFirst()
        .orElseThrow()
        .entity();
  }

  private static boolean names(HeldRow row, HitBody.FollowUp body) {
    return row.handles().stream().anyMatch(one -> one.handle().equals(body.candidate()));
  }

  /// Forgets old counts of questions, a page at a time.
  public void forgetCounts(Work work) {
    countsSeen = Quotas.forget(work, countsSeen);
  }

  /// Whose question waits here for a person.
  public static Optional<NodeId> admissionOwed(Work work, DispatchId question) {
    return Held.question(work, question)
        .filter(row -> row.state() == HeldRow.State.WAITING)
        .map(HeldRow::from);
  }

  /// What the asker knows by now of what came of his question: nothing of an answer that has not
  /// reached him.
  public static Answered answered(Work work, Journal journal, DispatchId question) {
    Optional<HeldRow> row = Held.question(work, question);
    if (row.filter(found -> found.state() == HeldRow.State.WAITING).isPresent()) {
      return Answered.NOT_YET;
    }
    return row.filter(found -> !found.handles().isEmpty())
            .filter(found -> Rows.receipted(work, journal, found.from(), found.answer().getFirst()))
            .isPresent()
        ? Answered.WITH_SOMETHING
        : Answered.WITH_NOTHING;
  }

  /// The same of his follow-up.
  public static Answered released(Work work, Journal journal, DispatchId followUp) {
    Optional<FollowUpRow> row = Held.followUp(work, followUp);
    if (row.filter(found -> found.state() == HeldFollowUp.State.WAITING).isPresent()) {
      return Answered.NOT_YET;
    }
    return row.filter(found -> found.state() == HeldFollowUp.State.RELEASED)
            .filter(found -> given(work, journal, found))
            .isPresent()
        ? Answered.WITH_SOMETHING
        : Answered.WITH_NOTHING;
  }

  private static boolean given(Work work, Journal journal, FollowUpRow row) {
    return row.disclosure().stream().anyMatch(id -> Rows.receipted(work, journal, row.from(), id));
  }

  /// Whose follow-up waits here for a person.
  public static Optional<NodeId> releaseOwed(Work work, DispatchId followUp) {
    return Held.followUp(work, followUp)
        .filter(row -> row.state() == HeldFollowUp.State.WAITING)
        .map(FollowUpRow::from);
  }

  /// A follow-up waits for an officer of this state, on a clock.
  public void take(Work work, Received received, HitBody.FollowUp body) {
    HeldRow question = Held.byAnswer(work, body.answer()).orElseThrow();
    Held.put(
        work,
        new FollowUpRow(
            received.dispatch().header().id(),
            question.id(),
            received.from(),
            HeldFollowUp.State.WAITING,
            received.dispatch().header().urgency(),
            work.now(),
            work.now().plus(FOLLOW_UP_CLOCK),
            entity(question, body),
            received.proof(),
            List.of(),
            List.of()));
  }

  static InstrumentRef ref(Header header) {
    return switch (header.basis()) {
      case Basis.UnderInstrument under -> under.instrument();
      case Basis.Humanitarian _, Basis.Life _, Basis.Governance _ ->
          throw new IllegalStateException("a question rests on an instrument");
    };
  }

  static HitBody.Outcome refused(Decision.Refuse refuse) {
    List<Reason> told = refuse.forAsker();
    return new HitBody.Outcome.Refused(
        refuse.codeForAsker(), told.stream().map(Reason::code).distinct().limit(16).toList());
  }

  /// What an authority of this state let through is decided again with it.
  Verdict decideAgain(Work work, HeldRow row, Dispatch question, List<AuthorityRole> approvals) {
    Matter matter = matter(work, question, row.quotaLeft()).approvedBy(Set.copyOf(approvals));
    Verdict ruling = parts.decider().rule(work, matter, ref(question.header()));
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }
}
