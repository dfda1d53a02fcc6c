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
import lat.enlace.model.dispatch.Body;

/// An inquiry sent or received.
@PersonalData
record InquiryRow(
    DispatchId id,
    NodeId partner,
    boolean sent,
    Inquiry.State state,
    Instant created,
    Instant due,
    CaseReference caseReference,
    Body.Whereabouts inquiry,
    List<Body.WhereaboutsReply> reply) {
  InquiryRow {
    reply = List.copyOf(reply);
  }

  InquiryRow in(Inquiry.State next, List<Body.WhereaboutsReply> answered) {
    return new InquiryRow(id, partner, sent, next, created, due, caseReference, inquiry, answered);
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
        reply.stream().map(Body.WhereaboutsReply::finding).toList());
  }

  @Override
  public String toString() {
    return "InquiryRow[" + id + "]";
  }
}
