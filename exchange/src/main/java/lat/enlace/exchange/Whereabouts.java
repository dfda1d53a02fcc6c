// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;

/// Where is this person? Open under suspension; silence is counted.
public interface Whereabouts {
  /// Asks a partner.
  Inquiry inquire(
      Officer by,
      NodeId partner,
      String caseReference,
      String legalBasis,
      Entity person,
      WhereaboutsBody.Inquiry.AskedBy askedBy)
      throws ExchangeException;

  /// Answers a partner's inquiry.
  Inquiry reply(Officer by, DispatchId inquiry, WhereaboutsBody.Reply.Finding finding, String text)
      throws ExchangeException;

  /// Inquiries sent and received, newest first; nothing of whom they ask about.
  List<Inquiry> inquiries(Officer by);

  /// How inquiries were met, by year and partner, for everybody to see: silence is on the record.
  List<Figure> figures();

  /// How the inquiries of one year between two states were met. Only those are counted that both
  /// ends hold, and none whose clock still runs.
  ///
  /// @param year of the day on which the reply was owed, in UTC
  /// @param sent true of inquiries of this node, which the partner owed a reply to
  /// @param inTime replied before the clock ran out
  /// @param late replied afterwards
  /// @param silent not replied
  record Figure(int year, NodeId partner, boolean sent, int inTime, int late, int silent) {}

  /// Shows whom an inquiry asks about and what was replied. Opening it is a reading on the ledger.
  OpenInquiry open(Officer by, DispatchId inquiry) throws ExchangeException;

  /// An inquiry as opened.
  ///
  /// @param text of the reply, empty while there is none
  @PersonalData
  record OpenInquiry(Inquiry inquiry, Entity person, String text) {
    @Override
    public String toString() {
      return "OpenInquiry[" + inquiry.id() + "]";
    }
  }

  /// An inquiry.
  ///
  /// @param finding of the reply: none or one
  record Inquiry(
      DispatchId id,
      NodeId partner,
      boolean sent,
      State state,
      Instant created,
      Instant due,
      WhereaboutsBody.Inquiry.AskedBy askedBy,
      List<WhereaboutsBody.Reply.Finding> finding) {
    /// Where it stands.
    public enum State implements Coded {
      /// Sent and not answered, whether the partner has it or not.
      QUEUED("queued"),
      /// A partner's, which waits here.
      WAITING("waiting"),
      /// Answered.
      ANSWERED("answered");

      private final String code;

      State(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies the list.
    public Inquiry {
      finding = List.copyOf(finding);
    }

    /// True if no reply came, or was given, and its clock has run out.
    public boolean overdue(Instant now) {
      return state != State.ANSWERED && !due.isAfter(now);
    }

    @Override
    public String toString() {
      return "Inquiry[" + id + "]";
    }
  }
}
