// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RequestType;
import lat.enlace.model.UrgentReason;
import org.jspecify.annotations.Nullable;

/// Requests as programs send and get them.
final class RequestJson {
  private RequestJson() {}

  /// A request to one or many partners; codes are those of docs/spec/requests.md.
  ///
  /// @param ask what a question has too
  /// @param urgent why it is urgent, if urgency is claimed
  /// @param enquiry the matter it belongs to, if it is not new
  /// @param earlier the request that it follows up, if any
  @PersonalData
  record Form(
      QuestionJson.@Nullable Form ask,
      @Nullable String type,
      @Nullable String urgent,
      @Nullable String enquiry,
      @Nullable String earlier) {
    RequestForm toForm(Instant now) throws ApiException {
      if (ask == null) {
        throw new ApiException("ask");
      }
      return new RequestForm(
          ask.toForm(now),
          Given.code(RequestType.class, type, "type"),
          urgent == null ? List.of() : List.of(Given.code(UrgentReason.class, urgent, "urgent")),
          enquiry == null ? List.of() : List.of(Given.as(EnquiryId::new, enquiry, "enquiry")),
          earlier == null ? List.of() : List.of(Given.as(DispatchId::parse, earlier, "earlier")));
    }

    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /// What is perhaps the same: a hint, which blocks nothing.
  record Same(
      String channel,
      String type,
      Instant at,
      List<String> request,
      List<String> with,
      boolean sameEnquiry) {
    static Same of(Alike alike) {
      return new Same(
          alike.channel().code(),
          alike.type().code(),
          alike.at(),
          alike.request().stream().map(DispatchId::toString).toList(),
          alike.with().stream().map(NodeId::value).toList(),
          alike.sameEnquiry());
    }
  }

  /// A clock as both ends reckon it.
  ///
  /// @param state {@code not-started}, {@code running}, {@code paused}, {@code met}, {@code
  ///   breached}
  /// @param why it stands: none or one
  /// @param due none while it has not started or stands, or one
  record Clockwork(String state, List<String> why, List<Instant> due) {
    static Clockwork of(RequestClock clock, Instant now) {
      return new Clockwork(
          clock.at(now).map(Coded::code).orElse("not-started"),
          clock.why().map(Coded::code).stream().toList(),
          clock.due().stream().toList());
    }
  }

  /// Something that was said about a request.
  ///
  /// @param step {@code reply} for a reply
  record Said(String id, Instant at, String step, List<LocalDate> expected, boolean words) {
    static Said of(Requesting.Said said) {
      return new Said(
          said.id().toString(),
          said.at(),
          said.step().stream().map(Coded::code).findFirst().orElse("reply"),
          said.expected(),
          said.words());
    }
  }

  /// A part that was refused; of no category: of all.
  record Refused(String code, List<String> of) {}

  /// A request and where it stands.
  record Sent(
      String id,
      String partner,
      String state,
      Instant created,
      String type,
      String enquiry,
      String caseReference,
      DecisionJson decision,
      Clockwork clock,
      List<Said> said,
      List<String> items,
      List<Refused> refused,
      List<String> error) {
    static Sent of(Requesting.SentRequest sent, DecisionJson decision, Instant now) {
      return new Sent(
          sent.id().toString(),
          sent.partner().value(),
          sent.state().code(),
          sent.created(),
          sent.form().type().code(),
          sent.enquiry().value(),
          sent.form().ask().caseReference(),
          decision,
          Clockwork.of(sent.clock(), now),
          sent.said().stream().map(Said::of).toList(),
          sent.items().stream().map(ItemId::value).toList(),
          sent.refused().stream()
              .map(one -> new Refused(one.code().code(), codes(one.of())))
              .toList(),
          sent.error());
    }
  }

  /// A request on this node's desk.
  record Held(
      String id,
      String partner,
      String state,
      String type,
      String urgency,
      String enquiry,
      Clockwork clock,
      List<String> waitsFor,
      List<String> replies) {
    static Held of(Replying.HeldRequest held, Instant now) {
      return new Held(
          held.id().toString(),
          held.from().value(),
          held.state().code(),
          held.type().code(),
          held.urgency().code(),
          held.enquiry().value(),
          Clockwork.of(held.clock(), now),
          held.waitsFor().stream().map(Coded::code).toList(),
          held.replies().stream().map(DispatchId::toString).toList());
    }
  }

  static <E extends Enum<E> & Coded> List<String> codes(Set<E> codes) {
    return codes.stream().map(Coded::code).sorted().toList();
  }
}
