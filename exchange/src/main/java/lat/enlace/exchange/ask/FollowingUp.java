// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;

/// The asking officer judges the profile: the subject, or not (invariant I9). What the authorities
/// approved for the question stands for its follow-up.
final class FollowingUp {
  private static final Duration CLOCK = Duration.ofDays(2);

  private final AskParts parts;

  FollowingUp(AskParts parts) {
    this.parts = parts;
  }

  AskedQuestion followUp(
      Work work, Officer by, AskedRow row, CandidateProfile.Handle candidate, String justification)
      throws ExchangeException {
    Stated.require(justification, "say why it is the same subject");
    requireListed(row, candidate);
    Dispatch question = Written.read(row.dispatch());
    var header = question.header();
    var cover =
        new Letters.Cover(
            by,
            Role.ANALYST,
            row.asked().partner(),
            header.basis(),
            header.handling(),
            header.urgency());
    HitBody.FollowUp body =
        new HitBody.FollowUp(row.answerId().getFirst(), candidate, justification);
    Letters.Letter letter = parts.letters().write(work, cover, body);
    Verdict ruling = permit(work, by, row, question, letter);
    if (ruling.concealed()) {
      // Entered and sent nowhere, as a question is: to the officer it looks like one on its way.
      work.enter(
          Draft.kept(
              EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(cover.to())));
    } else {
      parts.letters().send(work, letter);
    }
    Asked.followedUp(work, letter.id(), row.id());
    AskedRow after =
        row.in(
            State.FOLLOWED_UP,
            parts.due(work, ruling.open(), cover.to()).orElse(work.now().plus(CLOCK)),
            row.asked().decision());
    Asked.put(work, after);
    return after.asked();
  }

  AskedQuestion dismiss(Work work, Officer by, AskedRow row, String reason) {
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT,
            Stored.of(new Dismissed(by.id(), reason)),
            List.of(row.id()),
            List.of(row.asked().partner())));
    AskedRow after = row.in(State.NOT_THE_SUBJECT);
    Asked.put(work, after);
    return after.asked();
  }

  private Verdict permit(
      Work work, Officer by, AskedRow row, Dispatch question, Letters.Letter letter)
      throws ExchangeException {
    Basis basis = question.header().basis();
    var partner = row.asked().partner();
    Question asked =
        Matter.subject(
            new Question.Route(
                Side.ASKING,
                DispatchKind.FOLLOW_UP,
                parts.own().state(),
                parts.accords().stateOf(partner).orElse(parts.own().state()),
                by.agency().kind()),
            basis,
            (HitBody.Question) question.body(),
            question.header().urgency());
    Facts facts = parts.shelves().facts(work, List.of(row.asked().form().subject()));
    Matter matter =
        Matter.of(partner, asked, facts, List.of(row.id(), letter.id()))
            .approvedBy(Set.copyOf(row.approvals()));
    Verdict ruling = parts.decider().rule(work, matter, row.asked().instrument().getFirst());
    if (!(ruling.open() instanceof Decision.Permit)) {
      parts.journal().commit(parts.decider().only(parts.journal().begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision refuses the follow-up");
    }
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  private static void requireListed(AskedRow row, CandidateProfile.Handle candidate)
      throws ExchangeException {
    boolean listed =
        row.asked().answer().stream()
            .filter(HitBody.Outcome.Hit.class::isInstance)
            .map(HitBody.Outcome.Hit.class::cast)
            .flatMap(hit -> hit.candidates().stream())
            .anyMatch(profile -> profile.handle().equals(candidate));
    if (!listed) {
      throw new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such candidate");
    }
  }

  private record Dismissed(OfficerId by, String reason) {}
}
