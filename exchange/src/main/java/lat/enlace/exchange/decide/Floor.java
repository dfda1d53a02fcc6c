// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Reason;
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
    permitOut(work, letter, Set.of());
  }

  /// The same for what went out about somebody for whom `concealed` stands: what would have been
  /// told was left out, which the rights officer alone reads in the decision.
  public void permitOut(Work work, Letters.Letter letter, Set<ConcealedFact> concealed)
      throws ExchangeException {
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
    List<Reason> hidden =
        concealed.stream().sorted().<Reason>map(why -> new Reason.OfGate(why.gate())).toList();
    Verdict entered =
        hidden.isEmpty()
            ? ruling
            : new Verdict(ruling.instrument(), new Decision.Refuse(hidden), ruling.open());
    decider.enter(work, matter, entered);
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
