// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.List;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RequestType;
import lat.enlace.model.UrgentReason;

/// A request as an officer fills it in, before anything is decided.
///
/// @param ask what a question has too: partners, case, basis, subject, categories, urgency, reason
/// @param urgent why it is urgent: one if urgency is claimed, else none
/// @param enquiry the matter it belongs to: none for a new one, or one
/// @param earlier the request that it follows up: none or one
@PersonalData
public record RequestForm(
    AskForm ask,
    RequestType type,
    List<UrgentReason> urgent,
    List<EnquiryId> enquiry,
    List<DispatchId> earlier) {
  /// Copies.
  public RequestForm {
    urgent = List.copyOf(urgent);
    enquiry = List.copyOf(enquiry);
    earlier = List.copyOf(earlier);
  }

  @Override
  public String toString() {
    return "RequestForm[" + type.code() + "]";
  }
}
