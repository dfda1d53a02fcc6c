// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.find;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WhereaboutsBody;

/// An inquiry sent or received.
///
/// @param reply as the officer at this node knows it: none or one
/// @param replyId under which it travelled: none or one
@PersonalData
record InquiryRow(
    DispatchId id,
    NodeId partner,
    boolean sent,
    Inquiry.State state,
    Instant created,
    Instant due,
    CaseReference caseReference,
    WhereaboutsBody.Inquiry inquiry,
    List<WhereaboutsBody.Reply> reply,
    List<DispatchId> replyId) {
  InquiryRow {
    reply = List.copyOf(reply);
    replyId = List.copyOf(replyId);
  }

  InquiryRow answered(WhereaboutsBody.Reply said, DispatchId under) {
    return new InquiryRow(
        id,
        partner,
        sent,
        Inquiry.State.ANSWERED,
        created,
        due,
        caseReference,
        inquiry,
        List.of(said),
        List.of(under));
  }

  Inquiry view() {
    return new Inquiry(
        id,
        partner,
        sent,
        state,
        created,
        due,
        inquiry.askedBy(),
        reply.stream().map(WhereaboutsBody.Reply::finding).toList());
  }

  @Override
  public String toString() {
    return "InquiryRow[" + id + "]";
  }
}
