// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Header;

/// Decides kinds of the humanitarian floor and of governance, which stay open under suspension
/// (invariant I7) but pass the gates that keep them from being used for something else.
public final class Floor {
  private final Journal journal;
  private final Decider decider;
  private final Accords accords;
  private final StateCode own;

  /// With who decides.
  public Floor(Journal journal, Decider decider, Accords accords, StateCode own) {
    this.journal = journal;
    this.decider = decider;
    this.accords = accords;
    this.own = own;
  }

  /// Enters the permit of a dispatch that goes out.
  ///
  /// @throws ExchangeException with code NO_INSTRUMENT if the partner is unknown, REFUSED if a gate
  ///   closes
  public void permitOut(Work work, Letters.Letter letter) throws ExchangeException {
    Header header = letter.dispatch().header();
    StateCode partner =
        accords
            .stateOf(header.to())
            .orElseThrow(() ->
                new ExchangeException(
                    ExchangeException.Code.NO_INSTRUMENT, "no instrument with this partner"));
    Matter matter = matter(Side.ASKING, header, own, partner, header.to());
    Verdict ruling = decider.rule(work, matter);
    if (!ruling.permits()) {
      journal.commit(decider.only(journal.begin(), matter, ruling));
      throw new ExchangeException(ExchangeException.Code.REFUSED, "a gate closes this");
    }
    decider.enter(work, matter, ruling);
  }

  /// Enters the decision on a dispatch that came in, and gives it.
  public boolean permitsIn(Work work, Header header, StateCode from) {
    Matter matter = matter(Side.RECEIVING, header, from, own, header.from());
    Verdict ruling = decider.rule(work, matter);
    decider.enter(work, matter, ruling);
    return ruling.permits();
  }

  private static Matter matter(
      Side side, Header header, StateCode sender, StateCode addressee, NodeId partner) {
    Question question =
        Matter.channel(
            new Question.Route(
                side, header.kind(), sender, addressee, header.sender().agency().kind()),
            header.basis());
    return Matter.plain(partner, question, List.of(header.id()));
  }
}
