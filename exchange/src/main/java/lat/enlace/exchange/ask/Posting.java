// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;

/// What a ruling makes of a question: sent, waiting for an authority, or refused here. Every ruling
/// is entered; nothing is queued without its permit in the same commit (invariant I1).
final class Posting {
  private final AskParts parts;
  private final Departing departing;

  Posting(AskParts parts, Departing departing) {
    this.parts = parts;
    this.departing = departing;
  }

  /// Who asks what.
  record Asker(Officer by, AskForm form) {}

  AskedQuestion first(Work work, Asker asker, Matter matter, Verdict ruling)
      throws ExchangeException {
    NodeId partner = matter.partner();
    if (ruling.open() instanceof Decision.Refuse) {
      DispatchId id = parts.letters().freshId(work);
      parts.decider().enter(work, matter.about(List.of(id)), ruling);
      return keep(work, asker, partner, ruling, id, Bytes.EMPTY, State.REFUSED_HERE);
    }
    var cover =
        new Letters.Cover(
            asker.by(),
            Role.ANALYST,
            partner,
            Forms.basis(asker.form(), ruling.refs().getFirst()),
            Obligations.handling(ruling.open()),
            asker.form().urgency());
    Letters.Letter letter = parts.letters().write(work, cover, Forms.body(asker.form()));
    parts.decider().enter(work, matter.about(List.of(letter.id())), ruling);
    if (ruling.open() instanceof Decision.Escalate) {
      return keep(
          work, asker, partner, ruling, letter.id(), letter.bytes(), State.AWAITING_AUTHORITY);
    }
    departing.go(work, ruling, letter.id(), partner, letter.bytes());
    return keep(work, asker, partner, ruling, letter.id(), letter.bytes(), State.QUEUED);
  }

  private AskedQuestion keep(
      Work work,
      Asker asker,
      NodeId partner,
      Verdict ruling,
      DispatchId id,
      Bytes dispatch,
      State state) {
    Instant due = parts.due(work, ruling.open(), partner).orElse(work.now());
    AskedQuestion asked =
        new AskedQuestion(
            id,
            partner,
            state,
            work.now(),
            due,
            asker.by().id(),
            asker.form(),
            ruling.refs(),
            ruling.open(),
            List.of(),
            List.of(),
            List.of());
    Asked.put(work, new AskedRow(asked, asker.by().agency().id(), dispatch, List.of(), List.of()));
    return asked;
  }
}
