// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
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
    liar.crash(new SplittableRandom(1));
    try (Journal journal = Journal.open(liar.ports())) {
      Work work = journal.begin();
      Header header = governance(work, liar, to, DispatchKind.NODE_RECORD);
      Bytes dispatch = DispatchCodec.encode(new Dispatch(header, new Body.NodeRecord(note)));
      work.enter(Draft.sent(dispatch, header.id(), to.id()));
      journal.commit(work);
    }
    liar.open();
  }

  private static Header governance(Work work, TestNode liar, TestNode to, DispatchKind kind) {
    var by = liar.operator();
    return new Header(
        DispatchId.of(work.now(), liar.log().operations(), 1),
        kind,
        1,
        liar.id(),
        to.id(),
        new Sender(by.agency(), by.unit(), Role.OPERATOR, new OfficerPseudonym("f".repeat(32))),
        new Basis.Governance(),
        Handling.LEAST,
        Urgency.N7D,
        work.now().truncatedTo(ChronoUnit.MILLIS),
        by.language());
  }
}
