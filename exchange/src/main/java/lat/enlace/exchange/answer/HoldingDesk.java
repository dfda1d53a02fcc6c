// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.port.Approval;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.OfficerId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.WhatWasRead;

/// The duty officer of the holding state.
public final class HoldingDesk implements Holding {
  private final AnswerParts parts;
  private final Journal journal;
  private final Questions questions;
  private final Releasing releasing;

  /// With its parts.
  public HoldingDesk(AnswerParts parts, Questions questions) {
    this.parts = parts;
    this.journal = parts.journal();
    this.questions = questions;
    this.releasing = new Releasing(parts, questions);
  }

  @Override
  public List<HeldFollowUp> desk(Officer by) {
    if (!Roles.any(by, DispatchKind.DISCLOSURE, Role.DUTY_OFFICER)) {
      return List.of();
    }
    return Held.followUps(journal.begin()).stream()
        .sorted(
            Comparator.comparing((FollowUpRow row) -> row.state() != HeldFollowUp.State.WAITING)
                .thenComparing(FollowUpRow::urgency)
                .thenComparing(FollowUpRow::due)
                .thenComparing(FollowUpRow::id))
        .map(FollowUpRow::view)
        .toList();
  }

  @Override
  public List<HeldQuestion> questions(Officer by) {
    if (!Roles.any(by, DispatchKind.ANSWER, Role.AUTHORITY, Role.DUTY_OFFICER)) {
      return List.of();
    }
    Work work = journal.begin();
    return Held.questions(work).stream()
        .filter(row -> row.state() != HeldRow.State.ANSWERED && concerns(work, by, row))
        .sorted(Comparator.comparing(HeldRow::due))
        .map(HoldingDesk::view)
        .toList();
  }

  @Override
  public OpenQuestion open(Officer by, DispatchId question) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.ANSWER, Role.AUTHORITY, Role.DUTY_OFFICER);
    Work work = journal.begin();
    HeldRow row =
        Held.question(work, question)
            .filter(found -> concerns(work, by, found))
            .orElseThrow(HoldingDesk::notFound);
    requireWaiting(row);
    Dispatch opened = Held.dispatch(work, row.proof());
    parts
        .readings()
        .report(
            work,
            new Readings.Reader(by, role, caseOf(opened), ReadingStep.ADMISSION),
            Readings.Source.dispatch(row.from(), row.id()));
    journal.commit(work);
    return new OpenQuestion(view(row), opened, Held.text(work, row.proof()));
  }

  @Override
  public HeldQuestion admit(Officer by, DispatchId question, Bytes signature)
      throws ExchangeException {
    Roles.require(by, DispatchKind.ANSWER, Role.AUTHORITY);
    Work work = journal.begin();
    HeldRow row = waiting(work, question);
    Dispatch dispatch = Held.dispatch(work, row.proof());
    Set<AuthorityRole> roles = parts.decider().authorises(by, Questions.ref(dispatch.header()));
    if (Collections.disjoint(roles, row.authorities())) {
      throw anotherAuthority();
    }
    enter(work, row, EntryType.APPROVAL, approved(by, Held.text(work, row.proof()), signature));
    EnumSet<AuthorityRole> all = EnumSet.copyOf(roles);
    all.addAll(row.approvals());
    List<AuthorityRole> approvals = new ArrayList<>(all);
    Verdict ruling = questions.decideAgain(work, row, dispatch, approvals);
    HeldRow after =
        questions.settle(
            work,
            row.approvedBy(approvals),
            dispatch,
            new Questions.Settling(ruling, questions.find(work, dispatch), HeldRow.State.ADMITTED));
    journal.commit(work);
    return view(after);
  }

  @Override
  public HeldQuestion turnAway(Officer by, DispatchId question, RefusalCode code)
      throws ExchangeException {
    Roles.require(by, DispatchKind.ANSWER, Role.AUTHORITY, Role.DUTY_OFFICER);
    Work work = journal.begin();
    HeldRow row = waiting(work, question);
    if (!concerns(work, by, row)) {
      throw anotherAuthority();
    }
    enter(work, row, EntryType.JUDGEMENT, new TurnedAway(by.id(), code));
    HeldRow after =
        questions.answer(
            work,
            row.answered(HeldRow.State.TURNED_AWAY, row.id(), List.of()),
            Held.dispatch(work, row.proof()),
            new HitBody.Outcome.Refused(code, List.of()));
    journal.commit(work);
    return view(after);
  }

  @Override
  public SideBySide compare(Officer by, DispatchId followUp) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.DISCLOSURE, Role.DUTY_OFFICER);
    Work work = journal.begin();
    FollowUpRow row = requireWaiting(found(work, followUp));
    Dispatch question =
        Held.dispatch(work, Held.question(work, row.question()).orElseThrow().proof());
    CaseSubject candidate =
        parts
            .shelves()
            .tellable(work, row.entity(), questions.covered(work, question.header()))
            .orElseThrow(HoldingDesk::notFound);
    parts
        .readings()
        .report(
            work,
            new Readings.Reader(by, role, caseOf(question), ReadingStep.COMPARISON),
            new Readings.Source(
                row.from(), new WhatWasRead.Sent(row.id()), List.of(row.id(), row.question())));
    Held.put(work, row.comparedBy(FollowUpRow.Compared.now(by, candidate)));
    journal.commit(work);
    return new SideBySide(
        row.view(),
        question,
        Held.dispatch(work, row.proof()),
        candidate.entity(),
        parts
            .shelves()
            .matcher()
            .compare(((HitBody.Question) question.body()).subject(), candidate.entity()));
  }

  @Override
  public HeldFollowUp release(Officer by, DispatchId followUp, Handling handling)
      throws ExchangeException {
    Roles.require(by, DispatchKind.DISCLOSURE, Role.DUTY_OFFICER);
    Work work = journal.begin();
    FollowUpRow row = requireWaiting(found(work, followUp));
    FollowUpRow after =
        row.released(releasing.release(work, by, row, candidate(work, row), handling));
    Held.put(work, after);
    journal.commit(work);
    return after.view();
  }

  @Override
  public HeldFollowUp refuse(Officer by, DispatchId followUp, RefusalCode code, String explanation)
      throws ExchangeException {
    Roles.require(by, DispatchKind.REFUSAL, Role.DUTY_OFFICER);
    if (explanation.length() > Body.MAX_TEXT_LENGTH) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the explanation is too long");
    }
    Work work = journal.begin();
    FollowUpRow row = requireWaiting(found(work, followUp));
    releasing.refuse(work, by, row, new HitBody.Refusal(row.id(), code, explanation));
    FollowUpRow after = row.in(HeldFollowUp.State.REFUSED);
    Held.put(work, after);
    journal.commit(work);
    return after.view();
  }

  /// True if a held question is his business: a duty officer's, and an authority's whom it waits or
  /// waited for.
  private boolean concerns(Work work, Officer by, HeldRow row) {
    return Roles.any(by, DispatchKind.ANSWER, Role.DUTY_OFFICER)
        || !Collections.disjoint(
            parts
                .decider()
                .authorises(by, Questions.ref(Held.dispatch(work, row.proof()).header())),
            row.authorities());
  }

  private CaseSubject candidate(Work work, FollowUpRow row) throws ExchangeException {
    Dispatch question =
        Held.dispatch(work, Held.question(work, row.question()).orElseThrow().proof());
    Predicate<OffenceCode> covered = questions.covered(work, question.header());
    return parts
        .shelves()
        .subject(work, row.entity())
        .filter(subject -> covered.test(subject.offence()))
        .orElseThrow(HoldingDesk::notFound);
  }

  private static FollowUpRow found(Work work, DispatchId id) throws ExchangeException {
    return Held.followUp(work, id).orElseThrow(HoldingDesk::notFound);
  }

  private static FollowUpRow requireWaiting(FollowUpRow row) throws ExchangeException {
    if (row.state() != HeldFollowUp.State.WAITING) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "decided already");
    }
    return row;
  }

  private static HeldRow waiting(Work work, DispatchId id) throws ExchangeException {
    return requireWaiting(Held.question(work, id).orElseThrow(HoldingDesk::notFound));
  }

  private static HeldRow requireWaiting(HeldRow row) throws ExchangeException {
    if (row.state() != HeldRow.State.WAITING) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "decided already");
    }
    return row;
  }

  private static CaseReference caseOf(Dispatch question) {
    return question.header().basis().forCase().orElseThrow();
  }

  private static ExchangeException anotherAuthority() {
    return new ExchangeException(
        ExchangeException.Code.APPROVAL_REFUSED, "the instrument names another authority");
  }

  private static void enter(Work work, HeldRow row, EntryType type, Record what) {
    work.enter(Draft.kept(type, Stored.of(what), List.of(row.id()), List.of(row.from())));
  }

  private Admitted approved(Officer by, Bytes text, Bytes signature) throws ExchangeException {
    try {
      Approval.Approved approved = parts.approval().check(by, text, signature);
      return new Admitted(by.id(), approved.keyHash(), approved.signature(), Hash.sha256(text));
    } catch (Approval.ApprovalRefusedException e) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the approval does not hold", e);
    }
  }

  private static HeldQuestion view(HeldRow row) {
    HeldQuestion.State state =
        switch (row.state()) {
          case WAITING -> HeldQuestion.State.WAITING;
          case ANSWERED, ADMITTED -> HeldQuestion.State.ADMITTED;
          case TURNED_AWAY -> HeldQuestion.State.TURNED_AWAY;
        };
    return new HeldQuestion(row.id(), row.from(), state, row.received(), row.due(), row.reasons());
  }

  static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such thing here");
  }

  private record Admitted(OfficerId by, String keyHash, Bytes signature, Hash text) {}

  private record TurnedAway(OfficerId by, RefusalCode code) {}
}
