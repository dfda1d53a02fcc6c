// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.Sender;
import lat.enlace.wire.dispatch.DispatchCodec;

/// What a node with another program can commit to in its own ledger and send: nothing that its core
/// would write, everything its keys can sign.
final class Forged {
  private Forged() {}

  /// Queues a node record that the core would not send.
  static void nodeRecord(TestNode liar, TestNode to, Bytes note) throws Exception {
    send(liar, to, liar.operator(), new Basis.Governance(), new ChannelBody.NodeRecord(note));
  }

  /// Queues a dispatch of this body, on this basis, by an officer of this sort of agency.
  static void dispatch(TestNode liar, TestNode to, Basis basis, Body body, AgencyKind kind)
      throws Exception {
    send(liar, to, liar.officer("alguien", kind, "quien", Role.ANALYST), basis, body);
  }

  private static void send(TestNode liar, TestNode to, Officer by, Basis basis, Body body)
      throws Exception {
    liar.crash(new SplittableRandom(1));
    try (Journal journal = Journal.open(liar.ports())) {
      Work work = journal.begin();
      Dispatch dispatch = written(liar, to, by, basis, body, journal.size());
      work.enter(Draft.sent(DispatchCodec.encode(dispatch), dispatch.header().id(), to.id()));
      journal.commit(work);
    }
    liar.open();
  }

  /// A dispatch that nobody decided on.
  ///
  /// @param number sets it apart from others of the same moment
  static Dispatch written(
      TestNode liar, TestNode to, Officer by, Basis basis, Body body, long number) {
    Header header =
        new Header(
            DispatchId.of(liar.clock().now(), number, 1),
            body.kind(),
            1,
            liar.id(),
            to.id(),
            new Sender(
                by.agency(),
                by.unit(),
                by.roles().iterator().next(),
                new OfficerPseudonym("f".repeat(32))),
            basis,
            Handling.LEAST,
            Urgency.U8H,
            liar.clock().now().truncatedTo(ChronoUnit.MILLIS),
            by.language());
    return new Dispatch(header, body);
  }
}
