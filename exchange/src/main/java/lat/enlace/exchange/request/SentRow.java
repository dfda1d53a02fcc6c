// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.AgencyId;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;

/// A request of this node.
///
/// @param dispatch the exact bytes, empty if none was made
/// @param approvals of this node's authorities
@PersonalData
record SentRow(SentRequest sent, AgencyId agency, Bytes dispatch, List<AuthorityRole> approvals) {
  SentRow {
    approvals = List.copyOf(approvals);
  }

  DispatchId id() {
    return sent.id();
  }

  SentRequest.State state() {
    return sent.state();
  }

  SentRow in(SentRequest.State state) {
    return with(state, sent.clock());
  }

  SentRow with(RequestClock clock) {
    return with(sent.state(), clock);
  }

  SentRow with(SentRequest.State state, RequestClock clock) {
    return with(
        state, sent.decision(), clock, sent.said(), sent.items(), sent.refused(), sent.error());
  }

  SentRow approvedBy(List<AuthorityRole> all) {
    return new SentRow(sent, agency, dispatch, all);
  }

  SentRow decided(SentRequest.State state, Decision decision, RequestClock clock) {
    return with(state, decision, clock, sent.said(), sent.items(), sent.refused(), sent.error());
  }

  SentRow turnedAway(String code) {
    return with(
        SentRequest.State.REFUSED_THERE,
        sent.decision(),
        sent.clock(),
        sent.said(),
        sent.items(),
        sent.refused(),
        List.of(code));
  }

  SentRow said(SentRequest.State state, RequestClock clock, Requesting.Said more) {
    return replied(state, clock, more, List.of(), List.of());
  }

  SentRow replied(
      SentRequest.State state,
      RequestClock clock,
      Requesting.Said more,
      List<ItemId> items,
      List<Requesting.RefusedPart> refused) {
    return with(
        state,
        sent.decision(),
        clock,
        joined(sent.said(), List.of(more)),
        joined(sent.items(), items),
        joined(sent.refused(), refused),
        sent.error());
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private SentRow with(
      SentRequest.State state,
      Decision decision,
      RequestClock clock,
      List<Requesting.Said> said,
      List<ItemId> items,
      List<Requesting.RefusedPart> refused,
      List<String> error) {
    SentRequest now =
        new SentRequest(
            sent.id(),
            sent.partner(),
            state,
            sent.created(),
            sent.askedBy(),
            sent.form(),
            sent.enquiry(),
            sent.instrument(),
            decision,
            clock,
            said,
            items,
            refused,
            error);
    return new SentRow(now, agency, dispatch, approvals);
  }

  @Override
  public String toString() {
    return "SentRow[" + sent + "]";
  }
}
