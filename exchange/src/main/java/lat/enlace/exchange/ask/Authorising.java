// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Approving;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.OfficerId;
import lat.enlace.model.dispatch.InstrumentRef;

/// The named authority signs the exact text of a question, never the asker. The question is decided
/// again with the approval, at that moment (invariant I7).
final class Authorising {
  private final AskParts parts;
  private final Forms forms;
  private final Departing departing;

  Authorising(AskParts parts, Forms forms, Departing departing) {
    this.parts = parts;
    this.forms = forms;
    this.departing = departing;
  }

  AskedQuestion authorise(Work work, Officer authority, AskedRow row, Bytes signature)
      throws ExchangeException {
    if (authority.id().equals(row.asked().askedBy())) {
      throw refused("who asks does not authorise");
    }
    InstrumentRef ref = row.asked().instrument().getFirst();
    var text =
        new Approving.Text(
            row.id(), row.asked().partner(), DispatchKind.QUESTION, ref, row.dispatch());
    List<AuthorityRole> all =
        new Approving(parts.decider(), parts.approval())
            .approve(work, text, row.approvals(), authority, signature);
    Verdict ruling = decideAgain(work, row, ref, all);
    return apply(work, row.approvedBy(all), ruling);
  }

  AskedQuestion decline(Work work, Officer authority, AskedRow row, String reason) {
    AskedRow declined = row.in(State.DECLINED);
    enter(work, row, EntryType.JUDGEMENT, new Declined(authority.id(), reason));
    Asked.put(work, declined);
    return declined.asked();
  }

  private Verdict decideAgain(
      Work work, AskedRow row, InstrumentRef ref, List<AuthorityRole> approvals) {
    AskedQuestion asked = row.asked();
    Matter fresh = forms.matter(work, asker(row), asked.form(), asked.partner());
    Matter matter =
        new Matter(
            fresh.partner(),
            fresh.question(),
            fresh.facts(),
            fresh.quotaLeft(),
            Set.copyOf(approvals),
            List.of(asked.id()));
    Verdict ruling = parts.decider().rule(work, matter, ref);
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  private AskedQuestion apply(Work work, AskedRow row, Verdict ruling) throws ExchangeException {
    State next =
        switch (ruling.open()) {
          case Decision.Permit _ -> State.QUEUED;
          case Decision.Escalate _ -> State.AWAITING_AUTHORITY;
          case Decision.Refuse _ -> State.REFUSED_HERE;
        };
    if (next == State.QUEUED) {
      departing.go(work, ruling, row.id(), row.asked().partner(), row.dispatch());
    }
    var due = parts.due(work, ruling.open(), row.asked().partner()).orElse(work.now());
    AskedRow after = row.in(next, due, ruling.open());
    Asked.put(work, after);
    return after.asked();
  }

  private static void enter(Work work, AskedRow row, EntryType type, Record what) {
    work.enter(
        Draft.kept(type, Stored.of(what), List.of(row.id()), List.of(row.asked().partner())));
  }

  /// The officer who asked, as far as a decision needs him: his agency, from the dispatch he signed
  /// for.
  private Officer asker(AskedRow row) {
    return Dispatches.asker(row.dispatch(), row.asked().askedBy());
  }

  private static ExchangeException refused(String why) {
    return new ExchangeException(ExchangeException.Code.APPROVAL_REFUSED, why);
  }

  private record Declined(OfficerId by, String reason) {}
}
