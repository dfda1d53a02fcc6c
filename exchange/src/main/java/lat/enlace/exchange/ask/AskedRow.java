// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.AgencyId;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.HitBody;

/// A question this node asked.
///
/// @param dispatch the exact bytes, empty if none was made
/// @param answerId id of the answer: none or one
/// @param approvals of this node's authorities
@PersonalData
record AskedRow(
    AskedQuestion asked,
    AgencyId agency,
    Bytes dispatch,
    List<DispatchId> answerId,
    List<AuthorityRole> approvals) {
  AskedRow {
    answerId = List.copyOf(answerId);
    approvals = List.copyOf(approvals);
  }

  DispatchId id() {
    return asked.id();
  }

  State state() {
    return asked.state();
  }

  AskedRow in(State state) {
    return with(copy(state, asked.due(), asked.decision()));
  }

  AskedRow in(State state, Instant due, Decision decision) {
    return with(copy(state, due, decision));
  }

  AskedRow approvedBy(List<AuthorityRole> all) {
    return new AskedRow(asked, agency, dispatch, answerId, all);
  }

  AskedRow answered(State state, DispatchId answer, HitBody.Outcome outcome) {
    AskedQuestion now =
        new AskedQuestion(
            asked.id(),
            asked.partner(),
            state,
            asked.created(),
            asked.due(),
            asked.askedBy(),
            asked.form(),
            asked.instrument(),
            asked.decision(),
            List.of(outcome),
            asked.item(),
            asked.refusal());
    return new AskedRow(now, agency, dispatch, List.of(answer), approvals);
  }

  AskedRow ended(State state, List<ItemId> item, List<AskedQuestion.Withheld> refusal) {
    return with(
        new AskedQuestion(
            asked.id(),
            asked.partner(),
            state,
            asked.created(),
            asked.due(),
            asked.askedBy(),
            asked.form(),
            asked.instrument(),
            asked.decision(),
            asked.answer(),
            item,
            refusal));
  }

  private AskedQuestion copy(State state, Instant due, Decision decision) {
    return new AskedQuestion(
        asked.id(),
        asked.partner(),
        state,
        asked.created(),
        due,
        asked.askedBy(),
        asked.form(),
        asked.instrument(),
        decision,
        asked.answer(),
        asked.item(),
        asked.refusal());
  }

  private AskedRow with(AskedQuestion now) {
    return new AskedRow(now, agency, dispatch, answerId, approvals);
  }

  @Override
  public String toString() {
    return "AskedRow[" + asked + "]";
  }
}
