// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;

/// What an officer who requests information can do (docs/spec/requests.md).
public interface Requesting {
  /// What this node would decide for each partner and what is perhaps the same, without recording
  /// or sending anything.
  Checked check(Officer by, RequestForm form) throws ExchangeException;

  /// Decides, records and queues the request, one dispatch per partner, all of one enquiry. A
  /// refusal is an ordinary result in state REFUSED_HERE and is on the ledger.
  List<SentRequest> send(Officer by, RequestForm form) throws ExchangeException;

  /// The exact bytes the named authority signs.
  Bytes textToAuthorise(Officer authority, DispatchId request) throws ExchangeException;

  /// The authority approves with a signature over {@link #textToAuthorise}; the request is queued.
  SentRequest authorise(Officer authority, DispatchId request, Bytes signature)
      throws ExchangeException;

  /// The authority declines.
  SentRequest decline(Officer authority, DispatchId request, String reason)
      throws ExchangeException;

  /// Answers what the state asked has asked back.
  SentRequest clarify(Officer by, DispatchId request, String text) throws ExchangeException;

  /// Takes a request back that is not answered yet.
  SentRequest withdraw(Officer by, DispatchId request, String reason) throws ExchangeException;

  /// Closes a request that was answered or refused.
  SentRequest close(Officer by, DispatchId request, String reason) throws ExchangeException;

  /// Reads the words of something said about a request; the reading is on the ledger.
  List<String> read(Officer by, DispatchId request, DispatchId said) throws ExchangeException;

  /// Requests of this officer's agency, newest first; an authority sees those that wait for him.
  List<SentRequest> requests(Officer by);

  /// One of them.
  SentRequest request(Officer by, DispatchId id) throws ExchangeException;

  /// What is perhaps the same as one of them, so far as this officer's agency may know of it.
  List<Alike> alike(Officer by, DispatchId request) throws ExchangeException;

  /// Notes that something is asked through another channel. Only keyed digests are kept.
  ///
  /// @return what is perhaps the same, so far as this officer may know of it
  List<Alike> note(Officer by, Alike.Channel channel, RequestType type, Entity subject)
      throws ExchangeException;

  /// What a request would meet.
  ///
  /// @param rulings one for each partner
  record Checked(List<Asking.Ruling> rulings, List<Alike> alike) {
    /// Copies.
    public Checked {
      rulings = List.copyOf(rulings);
      alike = List.copyOf(alike);
    }
  }

  /// Something the state asked said about a request.
  ///
  /// @param step none for a reply, else one
  /// @param expected when a judicial authority will have decided: none or one
  /// @param words true if there are words to be read
  record Said(
      DispatchId id,
      Instant at,
      List<RequestBody.Progress.Step> step,
      List<LocalDate> expected,
      boolean words) {
    /// Copies.
    public Said {
      step = List.copyOf(step);
      expected = List.copyOf(expected);
    }
  }

  /// A part that was refused; its explanation is among the words of the reply.
  record RefusedPart(RefusalCode code, Set<DataCategory> of) {
    /// Copies.
    public RefusedPart {
      of = Set.copyOf(of);
    }
  }

  /// A request to one partner, as the asking node knows it.
  ///
  /// @param instrument under which it was decided: none or one
  /// @param decision what this node decided
  /// @param error code with which the partner's node turned it away: none or one
  @PersonalData
  record SentRequest(
      DispatchId id,
      NodeId partner,
      State state,
      Instant created,
      OfficerId askedBy,
      RequestForm form,
      EnquiryId enquiry,
      List<InstrumentRef> instrument,
      Decision decision,
      RequestClock clock,
      List<Said> said,
      List<ItemId> items,
      List<RefusedPart> refused,
      List<String> error) {
    /// Where it stands. Transitions: docs/spec/kinds.md.
    public enum State implements Coded {
      /// This node's own decision refused it, or refused what came back.
      REFUSED_HERE("refused-here"),
      /// Waits for the named authority's signature.
      AWAITING_AUTHORITY("awaiting-authority"),
      /// The authority declined.
      DECLINED("declined"),
      /// Committed to the ledger, waits for the link.
      QUEUED("queued"),
      /// The partner holds it: its receipt is verified.
      DELIVERED("delivered"),
      /// The partner's node turned it away on arrival.
      REFUSED_THERE("refused-there"),
      /// Somebody works on it.
      ACCEPTED("accepted"),
      /// Something is asked back; the clock stands.
      CLARIFY("clarify"),
      /// A judicial authority decides; the clock stands.
      JUDICIAL("judicial"),
      /// Another authority of that state has it.
      REDIRECTED("redirected"),
      /// Something was given, more is to come.
      PARTIAL("partial"),
      /// The last reply came, and something was given.
      ANSWERED("answered"),
      /// The last reply came, and nothing was given.
      REFUSED("refused"),
      /// Taken back.
      WITHDRAWN("withdrawn"),
      /// Read and closed.
      CLOSED("closed");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }

      /// True while the partner owes a reply.
      public boolean owed() {
        return switch (this) {
          case QUEUED, DELIVERED, ACCEPTED, CLARIFY, JUDICIAL, REDIRECTED, PARTIAL -> true;
          case REFUSED_HERE,
              AWAITING_AUTHORITY,
              DECLINED,
              REFUSED_THERE,
              ANSWERED,
              REFUSED,
              WITHDRAWN,
              CLOSED ->
              false;
        };
      }
    }

    /// Copies.
    public SentRequest {
      instrument = List.copyOf(instrument);
      said = List.copyOf(said);
      items = List.copyOf(items);
      refused = List.copyOf(refused);
      error = List.copyOf(error);
    }

    @Override
    public String toString() {
      return "SentRequest[" + id + " " + state.code() + "]";
    }
  }
}
