// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;

/// How what asks for data on a person leaves this node: as it is, or as a decoy (docs/adr/0013).
public final class Departing {
  private final Wordings wordings;
  private final Decoys decoys;

  /// With its parts.
  public Departing(AskParts parts) {
    this.wordings = new Wordings(parts.letters());
    this.decoys = new Decoys(parts, wordings);
  }

  /// True if something else, or nothing, went out in place of it.
  public static boolean decoyed(Work work, DispatchId id) {
    return Asked.wasDecoyed(work, id);
  }

  /// On what the decoy rests that went out in place of {@code question}: none if nobody could be
  /// invented and nothing went out.
  public List<Basis> basisInstead(Work work, Dispatch question) {
    return Decoys.possible(question) ? List.of(decoys.basisInstead(work, question)) : List.of();
  }

  /// Queues the exact bytes. Where a concealed fact refuses, they are entered and stay here, and a
  /// decoy goes out in their place, so that all the asker can see comes about by itself. Where
  /// nobody can be invented nothing goes out.
  public void go(Work work, Verdict ruling, DispatchId id, NodeId partner, Bytes dispatch)
      throws ExchangeException {
    Dispatch question = Written.read(dispatch);
    if (ruling.concealed()) {
      work.enter(Draft.kept(EntryType.DISPATCH, dispatch, List.of(id), List.of(partner)));
      if (Decoys.possible(question)) {
        work.enterLast(Draft.decoy(decoys.insteadOf(work, question, dispatch.size()), partner));
      } else {
        work.leaveRoom();
      }
      wordings.unsaid(work, partner);
      Asked.decoyed(work, id);
    } else {
      work.enter(Draft.sent(dispatch, id, partner));
      wordings.sent(work, question);
      work.leaveRoom();
    }
  }
}
