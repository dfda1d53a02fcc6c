// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.LocalDate;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RequestType;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;

/// What the state asked does with a request (docs/spec/requests.md). A person confirms every reply
/// (invariant I9).
public interface Replying {
  /// Requests received, those that are owed first, by when they are owed.
  List<HeldRequest> desk(Officer by);

  /// Opens a request; the reading is on the ledger and reported to the asker.
  OpenRequest open(Officer by, DispatchId request) throws ExchangeException;

  /// The authority that this state's law or the agreement names lets a request through, with a
  /// signature over {@link OpenRequest#text}.
  HeldRequest admit(Officer authority, DispatchId request, Bytes signature)
      throws ExchangeException;

  /// Says where it stands.
  ///
  /// @param expected when a judicial authority will have decided: one for that step, else none
  HeldRequest progress(
      Officer by,
      DispatchId request,
      RequestBody.Progress.Step step,
      String text,
      List<LocalDate> expected)
      throws ExchangeException;

  /// Gives and refuses.
  HeldRequest reply(Officer by, DispatchId request, ReplyForm form) throws ExchangeException;

  /// What an officer gives and refuses.
  ///
  /// @param last true if nothing more is owed
  /// @param given one entity or none; each statement with its own grading
  /// @param handling the least restrictions it goes under
  @PersonalData
  record ReplyForm(
      boolean last,
      List<Entity> given,
      List<RequestBody.Reply.Refused> refused,
      Handling handling) {
    /// Copies.
    public ReplyForm {
      given = List.copyOf(given);
      refused = List.copyOf(refused);
    }

    @Override
    public String toString() {
      return "ReplyForm[]";
    }
  }

  /// A request on this desk.
  ///
  /// @param waitsFor authorities that must let it through before anything is given
  record HeldRequest(
      DispatchId id,
      NodeId from,
      State state,
      RequestType type,
      Urgency urgency,
      EnquiryId enquiry,
      RequestClock clock,
      List<AuthorityRole> waitsFor,
      List<DispatchId> replies) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// Nobody has it in hand.
      RECEIVED("received"),
      /// Somebody works on it.
      ACCEPTED("accepted"),
      /// The asker was asked something; the clock stands.
      CLARIFY("clarify"),
      /// A judicial authority decides; the clock stands.
      JUDICIAL("judicial"),
      /// Another authority of this state has it.
      REDIRECTED("redirected"),
      /// Something was given, more is to come.
      PARTIAL("partial"),
      /// Answered.
      ANSWERED("answered"),
      /// Refused.
      REFUSED("refused"),
      /// The asker took it back.
      WITHDRAWN("withdrawn");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True while this state owes a reply.
      public boolean owed() {
        return this != ANSWERED && this != REFUSED && this != WITHDRAWN;
      }
    }

    /// Copies.
    public HeldRequest {
      waitsFor = List.copyOf(waitsFor);
      replies = List.copyOf(replies);
    }
  }

  /// A request as its desk reads it.
  ///
  /// @param text the exact bytes received
  /// @param clarifications what the asker answered when he was asked back, in order
  /// @param alike what is perhaps the same
  @PersonalData
  record OpenRequest(
      HeldRequest held,
      Dispatch request,
      Bytes text,
      List<String> clarifications,
      List<Alike> alike) {
    /// Copies.
    public OpenRequest {
      clarifications = List.copyOf(clarifications);
      alike = List.copyOf(alike);
    }

    @Override
    public String toString() {
      return "OpenRequest[" + held.id() + "]";
    }
  }
}
