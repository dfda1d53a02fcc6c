// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.standing;

import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings.Contested;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.ContestedRow;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.Party;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;

/// Whom this state recognises as speaking for a state. Each decides that alone and tells nobody:
/// the other side meets a closed gate.
final class Mandates {
  private final Journal journal;
  private final Accords accords;

  Mandates(Journal journal, Accords accords) {
    this.journal = journal;
    this.accords = accords;
  }

  void contest(Officer by, StateCode state, String reason) throws ExchangeException {
    Work work = begin(by, reason);
    List<NodeId> node = nodes(state);
    requireState(accords.contested(work, state).isEmpty());
    accords.contest(work, state, new ContestedRow(work.now(), reason));
    enter(work, new Said(by.id(), state, true, reason), node);
    journal.commit(work);
  }

  void recognise(Officer by, StateCode state, String reason) throws ExchangeException {
    Work work = begin(by, reason);
    List<NodeId> node = nodes(state);
    requireState(accords.contested(work, state).isPresent());
    accords.recognise(work, state);
    enter(work, new Said(by.id(), state, false, reason), node);
    journal.commit(work);
  }

  List<Contested> contested() {
    Work work = journal.begin();
    return accords.parties().stream()
        .map(Party::state)
        .distinct()
        .sorted()
        .flatMap(state -> contested(work, state).stream())
        .toList();
  }

  private Optional<Contested> contested(Work work, StateCode state) {
    return accords
        .contested(work, state)
        .map(row -> new Contested(state, row.since(), row.reason()));
  }

  private Work begin(Officer by, String reason) throws ExchangeException {
    Roles.require(by, Role.AUTHORITY);
    Stated.require(reason, "a reason is needed");
    return journal.begin();
  }

  private List<NodeId> nodes(StateCode state) throws ExchangeException {
    List<NodeId> nodes =
        accords.parties().stream()
            .filter(party -> party.state().equals(state))
            .map(Party::node)
            .limit(1)
            .toList();
    if (nodes.isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_FOUND, "no instrument with this state");
    }
    return nodes;
  }

  private static void requireState(boolean right) throws ExchangeException {
    if (!right) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "it stands so already");
    }
  }

  private static void enter(Work work, Said said, List<NodeId> node) {
    work.enter(Draft.kept(EntryType.MANDATE, Stored.of(said), List.of(), node));
  }

  private record Said(OfficerId by, StateCode state, boolean contested, String reason) {}
}
