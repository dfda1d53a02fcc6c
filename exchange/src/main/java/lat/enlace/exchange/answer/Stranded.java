// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding.HeldFollowUp;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.Handling;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;

/// What this node answered or released and could not send before the instrument ended or another
/// text replaced it. Whoever asked is told by a refusal, which no standing holds back.
public final class Stranded {
  private final AnswerParts parts;

  /// With its parts.
  public Stranded(AnswerParts parts) {
    this.parts = parts;
  }

  /// An answer: whatever it said, the asker gets the refusal that a question would get today.
  public void answer(Work work, Dispatch answer, HitBody.Answer body) throws ExchangeException {
    HeldRow row = Held.question(work, body.question()).orElseThrow();
    Verdict ruling = decide(work, row, answer);
    if (ruling.open() instanceof Decision.Refuse refuse) {
      Body told = new HitBody.Answer(row.id(), Questions.refused(refuse));
      Letters.Letter letter = tell(work, answer, told);
      Held.put(work, row.answered(HeldRow.State.TURNED_AWAY, letter.id(), List.of()));
    }
  }

  /// A disclosure: nothing was given.
  public void disclosure(Work work, Dispatch disclosure, HitBody.Disclosure body)
      throws ExchangeException {
    FollowUpRow row = Held.followUp(work, body.followUp()).orElseThrow();
    decide(work, Held.question(work, row.question()).orElseThrow(), disclosure);
    tell(work, disclosure, new HitBody.Refusal(row.id(), RefusalCode.R9, ""));
    Held.put(work, row.in(HeldFollowUp.State.REFUSED));
    work.delete(Store.Space.GIVEN, body.item().value());
  }

  private Verdict decide(Work work, HeldRow row, Dispatch stranded) {
    Dispatch question = Held.dispatch(work, row.proof());
    var header = stranded.header();
    Question matter =
        Matter.subject(
            new Question.Route(
                Side.RECEIVING,
                header.kind(),
                parts.accords().stateOf(header.to()).orElseThrow(),
                parts.own().state(),
                header.sender().agency().kind()),
            question.header().basis(),
            (HitBody.Question) question.body(),
            question.header().urgency());
    Matter about =
        Matter.plain(header.to(), matter, List.of(row.id(), header.id()))
            .approvedBy(Set.copyOf(row.approvals()));
    Verdict ruling = parts.decider().rule(work, about, Questions.ref(question.header()));
    parts.decider().enter(work, about, ruling);
    return ruling;
  }

  private Letters.Letter tell(Work work, Dispatch stranded, Body body) throws ExchangeException {
    var header = stranded.header();
    var cover =
        new Letters.Cover(
            parts.letters().desk(),
            Role.DUTY_OFFICER,
            header.to(),
            header.basis(),
            Handling.LEAST,
            header.urgency());
    return parts.letters().post(work, cover, body);
  }
}
