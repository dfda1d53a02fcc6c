// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.RequestType;
import lat.enlace.model.Urgency;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;

/// Officers of one node who request.
final class Askers {
  private static final String WORD = "inventado";
  private static final int PATIENCE = 8;
  private static final String MACHINE = "Requesting.SentRequest.State";
  private static final List<SentRequest.State> ENDED =
      List.of(
          SentRequest.State.ANSWERED, SentRequest.State.REFUSED, SentRequest.State.REFUSED_THERE);
  private static final Set<DataCategory> PLAIN =
      Set.of(DataCategory.IDENTITY, DataCategory.DOCUMENT);
  private static final Set<DataCategory> ACCOUNTS =
      Set.of(DataCategory.IDENTITY, DataCategory.DOCUMENT, DataCategory.ACCOUNT);

  private final Desk desk;
  private int rounds;

  Askers(Desk desk) {
    this.desk = desk;
  }

  private TestNode node() {
    return desk.node();
  }

  private Requesting requesting() {
    return node().core().requesting();
  }

  List<Deed> deeds() {
    return List.of(
        new Deed("request", 6, this::request),
        new Deed("request what an authority decides", 2, this::requestAccounts),
        new Deed("authorise a request", 2, this::authorise),
        new Deed("decline a request", 1, this::decline),
        new Deed("withdraw a request", 1, this::withdraw),
        new Deed("close a request", 2, this::close));
  }

  List<Deed> waiting() {
    List<Deed> all = new ArrayList<>();
    desk.one(mine(SentRequest.State.CLARIFY))
        .ifPresent(one -> all.add(new Deed("clarify", 1, () -> clarify(one))));
    for (SentRequest.State state : SentRequest.State.values()) {
      if (state.owed()) {
        desk.one(mine(state))
            .filter(_ -> desk.oneIn(4))
            .ifPresent(one ->
                all.add(
                    new Deed("withdraw a request", 1, () -> withdraw(one))
                        .leading(MACHINE, state.code(), "withdrawn")));
      }
    }
    for (SentRequest.State state : ENDED) {
      desk.one(mine(state))
          .ifPresent(one ->
              all.add(
                  new Deed("close a request", 1, () -> close(one))
                      .leading(MACHINE, state.code(), "closed")));
    }
    return all;
  }

  private void request() throws ExchangeException {
    boolean unlawful = desk.oneIn(12);
    AskForm ask =
        Forms.about(
            desk.named(),
            "CASO-2026-000" + desk.random().nextInt(9),
            unlawful ? Set.of(Ground.EVIDENCE, Ground.MIGRATION_STATUS) : Set.of(Ground.EVIDENCE),
            desk.partner());
    for (SentRequest one : send(ask, RequestType.IDENTITY, PLAIN)) {
      Check.that(
          Invariant.I4,
          !unlawful || one.state() == SentRequest.State.REFUSED_HERE,
          "requested on a ground of migration");
    }
  }

  /// Accounts are requested only if a prosecutor says so.
  private void requestAccounts() throws ExchangeException {
    AskForm ask = Forms.lawful(desk.named(), desk.partner());
    for (SentRequest one : send(ask, RequestType.OTHER, ACCOUNTS)) {
      desk.watch().needsAuthority(one.id());
      Check.that(
          Invariant.I4,
          one.state() == SentRequest.State.AWAITING_AUTHORITY
              || one.state() == SentRequest.State.REFUSED_HERE,
          "requested accounts without a prosecutor");
    }
  }

  private List<SentRequest> send(AskForm lawful, RequestType type, Set<DataCategory> wanted)
      throws ExchangeException {
    AskForm ask =
        new AskForm(
            lawful.partners(),
            lawful.caseReference(),
            lawful.legalBasis(),
            lawful.offence(),
            lawful.purpose(),
            lawful.elements(),
            lawful.subject(),
            lawful.category(),
            lawful.stage(),
            lawful.grounds(),
            wanted,
            Urgency.N7D,
            lawful.reason());
    return requesting()
        .send(node().analyst(), new RequestForm(ask, type, List.of(), List.of(), List.of()));
  }

  private void authorise() throws ExchangeException {
    for (Officer prosecutor : desk.prosecutors()) {
      Optional<SentRequest> one = desk.one(waitingFor(prosecutor));
      if (one.isPresent()) {
        Bytes text = requesting().textToAuthorise(prosecutor, one.get().id());
        desk.watch().authorises(one.get().id());
        requesting().authorise(prosecutor, one.get().id(), TestNode.sign(prosecutor, text));
        return;
      }
    }
    requestAccounts();
  }

  private void decline() throws ExchangeException {
    for (Officer prosecutor : desk.prosecutors()) {
      Optional<SentRequest> one = desk.one(waitingFor(prosecutor));
      if (one.isPresent()) {
        requesting().decline(prosecutor, one.get().id(), WORD);
        return;
      }
    }
  }

  private List<SentRequest> waitingFor(Officer authority) {
    return requesting().requests(authority).stream()
        .filter(one -> one.state() == SentRequest.State.AWAITING_AUTHORITY)
        .toList();
  }

  private List<SentRequest> mine(SentRequest.State state) {
    return requesting().requests(node().analyst()).stream()
        .filter(one -> one.state() == state)
        .toList();
  }

  private List<SentRequest> owed() {
    return requesting().requests(node().analyst()).stream()
        .filter(one -> one.state().owed())
        .toList();
  }

  private void clarify(SentRequest one) throws ExchangeException {
    desk.watch()
        .reads(
            node(), () -> requesting().read(node().analyst(), one.id(), one.said().getLast().id()));
    requesting().clarify(node().analyst(), one.id(), WORD);
  }

  private void withdraw() throws ExchangeException {
    List<SentRequest> all = new ArrayList<>(owed());
    all.addAll(mine(SentRequest.State.AWAITING_AUTHORITY));
    Optional<SentRequest> one = desk.one(all);
    if (one.isPresent()) {
      withdraw(one.get());
    }
  }

  private void withdraw(SentRequest one) throws ExchangeException {
    requesting().withdraw(node().analyst(), one.id(), WORD);
  }

  private void close() throws ExchangeException {
    List<SentRequest> all = new ArrayList<>();
    ENDED.forEach(state -> all.addAll(mine(state)));
    Optional<SentRequest> one = desk.one(all);
    if (one.isPresent()) {
      close(one.get());
    }
  }

  private void close(SentRequest one) throws ExchangeException {
    requesting().close(node().analyst(), one.id(), WORD);
  }

  /// Whoever has waited long enough takes it back.
  boolean finish() throws ExchangeException {
    boolean waited = false;
    for (Officer prosecutor : desk.prosecutors()) {
      for (SentRequest one : waitingFor(prosecutor)) {
        requesting().decline(prosecutor, one.id(), WORD);
        waited = true;
      }
    }
    rounds++;
    List<SentRequest> owed = owed();
    if (rounds > PATIENCE) {
      for (SentRequest one : owed) {
        requesting().withdraw(node().analyst(), one.id(), WORD);
      }
    }
    return waited || !owed.isEmpty();
  }
}
