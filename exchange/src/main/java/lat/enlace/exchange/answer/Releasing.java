// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Attached;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;

/// Releases or refuses: only what the question asked for and the instrument opens, under at least
/// the instrument's handling, on an officer's word (invariants I8, I9).
final class Releasing {
  private static final int ITEM_BYTES = 12;

  private final AnswerParts parts;
  private final Questions questions;

  Releasing(AnswerParts parts, Questions questions) {
    this.parts = parts;
    this.questions = questions;
  }

  /// The id of the disclosure.
  DispatchId release(Work work, Officer by, FollowUpRow row, CaseSubject subject, Handling handling)
      throws ExchangeException {
    HeldRow held = Held.question(work, row.question()).orElseThrow();
    Dispatch question = Held.dispatch(work, held.proof());
    HitBody.Question asked = (HitBody.Question) question.body();
    Verdict ruling = permit(work, by, row, held, question);
    // After the ruling: who is sealed by now must look as absent as one withdrawn.
    if (!row.compared().contains(FollowUpRow.Compared.now(by, subject))) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE,
          "compare both records before the release, the one held as it stands now");
    }
    Entity opened = Categories.opened(subject.entity(), asked.wanted());
    if (opened.statements().isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "nothing held is in the categories asked for");
    }
    ItemId item = freshItem();
    // The id in a register's file is often a number of the person, and nobody asked for it.
    Entity leaving = new Entity(new EntityId(item.value()), opened.schema(), opened.statements());
    Header header = question.header();
    var cover =
        new Letters.Cover(
            by,
            Role.DUTY_OFFICER,
            row.from(),
            header.basis(),
            Obligations.handling(ruling.full()).union(handling),
            header.urgency());
    Letters.Letter letter =
        parts.letters().write(work, cover, new HitBody.Disclosure(row.id(), item, leaving));
    String opening = parts.letters().send(work, letter);
    Basis.UnderInstrument basis = (Basis.UnderInstrument) header.basis();
    Attached.give(work, letter, item, leaving);
    work.put(
        Store.Space.GIVEN,
        item.value(),
        new GivenRow(
            item,
            row.from(),
            subject.entity().id(),
            subject.entity().schema(),
            basis.caseReference(),
            letter.id(),
            opening,
            work.now()));
    return letter.id();
  }

  void refuse(Work work, Officer by, FollowUpRow row, HitBody.Refusal refusal)
      throws ExchangeException {
    HeldRow held = Held.question(work, row.question()).orElseThrow();
    Header header = Held.dispatch(work, held.proof()).header();
    var cover =
        new Letters.Cover(
            by, Role.DUTY_OFFICER, row.from(), header.basis(), Handling.LEAST, header.urgency());
    Letters.Letter letter = parts.letters().write(work, cover, refusal);
    parts.decider().enterOfficersRefusal(work, row.from(), refusal.code(), letter.id());
    parts.letters().send(work, letter);
  }

  private Verdict permit(Work work, Officer by, FollowUpRow row, HeldRow held, Dispatch question)
      throws ExchangeException {
    Question disclosed =
        Matter.subject(
            new Question.Route(
                Side.RECEIVING,
                DispatchKind.DISCLOSURE,
                parts.accords().stateOf(row.from()).orElseThrow(),
                parts.own().state(),
                by.agency().kind()),
            question.header().basis(),
            (HitBody.Question) question.body(),
            question.header().urgency());
    Facts facts = questions.facts(work, question, row.entity());
    Matter matter =
        Matter.of(row.from(), disclosed, facts, List.of(held.id(), row.id()))
            .approvedBy(Set.copyOf(held.approvals()));
    Verdict ruling = parts.decider().rule(work, matter, Questions.ref(question.header()));
    if (!ruling.permits()) {
      parts.journal().commit(parts.decider().only(parts.journal().begin(), matter, ruling));
      if (ruling.concealed()) {
        throw HoldingDesk.notFound();
      }
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision refuses the release");
    }
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  private ItemId freshItem() {
    String state = parts.own().state().value().toLowerCase(Locale.ROOT);
    return new ItemId(state + "-" + parts.randomness().next(ITEM_BYTES).hex());
  }
}
