// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RecallAction;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;

/// Looks at every honest node after every step: whether each invariant still holds. What it knows
/// of people's decisions it was told by the officers, not by the nodes it watches.
final class Watch {
  private static final int SAMPLE = 24;

  private final Map<NodeId, Ledger> ledgers = new HashMap<>();
  private final Said said = new Said();
  private final SplittableRandom sample = new SplittableRandom(1);
  private final Coverage coverage;
  private final List<TestNode> honest;
  private final Sightings sightings;
  private final Door door;

  Watch(List<TestNode> nodes, List<TestNode> honest, Coverage coverage) {
    this.coverage = coverage;
    this.honest = List.copyOf(honest);
    this.sightings = new Sightings(coverage, said);
    nodes.forEach(node -> ledgers.put(node.id(), new Ledger(node, ledgers)));
    this.door = new Door(ledgers, said);
  }

  Ledger ledger(TestNode node) {
    return Objects.requireNonNull(ledgers.get(node.id()));
  }

  /// True if no thing has moved so in this run yet.
  boolean isNew(Move move) {
    return !coverage.hasMoved(move);
  }

  /// Looks at what changed since the last look.
  void look() {
    for (TestNode node : honest) {
      Ledger ledger = ledger(node);
      ledger.look();
      sightings.look(node, ledger.touchedLately());
      for (Dispatch dispatch : ledger.takenLately()) {
        took(node, dispatch);
      }
    }
    coverage.looked();
  }

  /// Word of a partner binds from the moment it is taken.
  private void took(TestNode node, Dispatch dispatch) {
    coverage.took(dispatch.header().kind());
    NodeId from = dispatch.header().from();
    if (dispatch.body() instanceof ItemBody.RecallOutcome outcome
        && outcome.act() == ItemBody.RecallOutcome.Act.ACTED) {
      node.core().recalling().recalls(node.duty()).stream()
          .filter(one -> one.id().equals(outcome.recall()) && takesAway(one.action()))
          .forEach(one -> said.gone.add(one.item()));
    }
    if (dispatch.body() instanceof ChannelBody.Standing standing && cites(node, standing)) {
      InstrumentId id = standing.instrument().id();
      switch (standing.change()) {
        case SUSPENDED -> said.suspended(node.id(), id, from);
        case RESUME -> said.resumed(node.id(), id, from);
        case LOWERED, RAISE, WITHDRAWN -> {
          // Whether data may still flow depends on the level: the node's own decisions say so.
        }
      }
    }
  }

  /// Word about a text that this node has replaced is refused, and binds nobody.
  private static boolean cites(TestNode node, ChannelBody.Standing standing) {
    return node.core()
        .standings()
        .text(standing.instrument().id())
        .filter(signed -> signed.ref().equals(standing.instrument()))
        .isPresent();
  }

  private static boolean takesAway(RecallAction action) {
    return action == RecallAction.ERASE || action == RecallAction.WITHDRAW;
  }

  /// An officer is about to say that the hit of this question is the subject.
  void confirms(DispatchId question) {
    said.confirmed.add(question);
  }

  /// An officer is about to release.
  void releases(DispatchId followUp, Handling handling) {
    said.released.put(followUp, handling);
  }

  /// An authority of the holder is about to let a question in.
  void admits(DispatchId question) {
    said.admitted.add(question);
  }

  /// An authority of the asker is about to sign.
  void authorises(DispatchId question) {
    said.authorised.add(question);
  }

  /// A second officer is about to issue an alert.
  void issues(DispatchId alert) {
    said.issued.add(alert);
  }

  /// An officer is about to say where this state stands towards an alert.
  void takesStance(DispatchId alert, String stand) {
    said.stances.computeIfAbsent(alert, _ -> new HashSet<>()).add(stand);
  }

  /// A second officer is about to confirm a hit.
  void reports(DispatchId alert, DispatchId hit) {
    said.reportedOn.add(alert);
    said.reported.add(hit);
  }

  /// I9: what one person may not do alone is refused.
  void mustRefuse(ExchangeException.Code code, Reading<?> act) throws ExchangeException {
    try {
      act.run();
    } catch (ExchangeException e) {
      refused(e);
      if (e.code() == code) {
        return;
      }
      throw e;
    }
    throw new Violation(Invariant.I9, "one person did what takes two");
  }

  /// I5, I7 and I13 of a search among alerts: entered with everything shown; nothing that has
  /// ended, nobody who is sealed; nothing is asked under an agreement that is suspended.
  void searchesAlerts(TestNode node, Reading<List<Heeding.Shown>> search) throws ExchangeException {
    Ledger ledger = ledger(node);
    ledger.look();
    long before = ledger.count(EntryType.READING);
    List<Heeding.Shown> all = search.run();
    ledger.look();
    Check.equal(
        Invariant.I5, ledger.count(EntryType.READING), before + 1 + all.size(), "readings entered");
    for (Heeding.Shown shown : all) {
      Check.that(
          Invariant.I7, shown.alert().held().state().lasts(), "an alert is found that has ended");
      Check.that(
          Invariant.I13,
          !ledger.protects(shown.alert().subject()),
          "an alert about somebody sealed is found");
      boolean suspended =
          shown.alert().alert().header().basis() instanceof Basis.UnderInstrument basis
              && said.isSuspended(node.id(), basis.instrument().id());
      Check.that(
          Invariant.I7, !suspended || shown.asksNow().isEmpty(), "asked for under suspension");
    }
  }

  /// The agreement names an authority for what this question asks.
  void needsAuthority(DispatchId question) {
    said.needingAuthority.add(question);
  }

  /// From now until it is durable nobody can say whether it is suspended.
  void resumes(TestNode by, InstrumentId id) {
    said.resumed(by.id(), id, by.id());
  }

  /// The suspension is durable.
  void suspended(TestNode by, InstrumentId id) {
    said.suspended(by.id(), id, by.id());
  }

  /// Under another text a relation that had ended begins anew.
  void beginsAnew(TestNode by, InstrumentId id, NodeId partner) {
    said.resumed(by.id(), id, by.id());
    said.resumed(by.id(), id, partner);
  }

  /// From now on {@code by} contests a mandate.
  void contested(TestNode by, StateCode state) {
    said.contested(by.id(), state);
  }

  /// {@code by} is about to recognise it again.
  void recognises(TestNode by, StateCode state) {
    said.recognised(by.id(), state);
  }

  /// I5: what shows someone's data leaves an entry before it returns.
  <T> T reads(TestNode node, Reading<T> act) throws ExchangeException {
    Ledger ledger = ledger(node);
    ledger.look();
    long before = ledger.count(EntryType.READING);
    T read = act.run();
    ledger.look();
    Check.equal(Invariant.I5, ledger.count(EntryType.READING), before + 1, "readings entered");
    return read;
  }

  /// Something an officer reads.
  @FunctionalInterface
  interface Reading<T> {
    T run() throws ExchangeException;
  }

  /// I5, and I8 for what was read: its restrictions are at least those under which it came.
  void readsItem(TestNode node, ItemId item, CaseReference about) throws ExchangeException {
    Asking.ReadItem read =
        reads(node, () -> node.core().asking().read(node.analyst(), item, about, "identificación"));
    Check.that(Invariant.I7, !said.gone.contains(item), "an item is read that was recalled");
    Check.that(
        Invariant.I8,
        read.handling().codes().containsAll(said.handling.getOrDefault(item, Set.of())),
        () -> "item " + item + " is read with fewer restrictions than it came with");
    said.readings.merge(item, 1, Integer::sum);
  }

  /// I10: only suspects and convicts are indexed.
  void indexes(TestNode node, Entity person, SubjectCategory category) throws ExchangeException {
    CaseSubject suspect = Forms.suspect(person);
    CaseSubject subject =
        new CaseSubject(
            person, suspect.caseReference(), suspect.offence(), category, ProceduralStage.CHARGED);
    boolean allowed = Ledger.INDEXED.contains(category);
    try {
      node.core().holdings().put(node.analyst(), subject);
      Check.that(Invariant.I10, allowed, () -> category + " was indexed");
    } catch (ExchangeException e) {
      Check.that(
          Invariant.I10,
          e.code() != ExchangeException.Code.NOT_INDEXABLE || !allowed,
          () -> category + " was not indexed");
      throw e;
    }
  }

  /// What leaves an honest node.
  void leaves(TestNode from, TestNode to, lat.enlace.exchange.Links.Outgoing batch) {
    requireDurable(from, door.leaves(from, to, batch));
  }

  /// I6: what was acknowledged was taken.
  void acknowledged(TestNode from, TestNode to, lat.enlace.exchange.Links.Outgoing batch) {
    if (honest.contains(to)) {
      door.requireTaken(from, to, batch);
    }
  }

  /// I1 and I6: what was shown or acknowledged outlives a crash at this very moment.
  void requireDurable(TestNode node, long size) {
    if (sample.nextInt(SAMPLE) != 0) {
      return;
    }
    LogPorts ports =
        new LogPorts(
            node.log().crash(new SplittableRandom(size)),
            node.keys().logSigner(),
            () -> node.clock().now());
    try (Log log = Log.open(ports, LogSettings.STANDARD).log()) {
      Check.that(
          Invariant.I6, log.size() >= size, () -> "entries of " + node.id() + " are not durable");
    } catch (LedgerException | LogStorageException e) {
      throw new Violation(Invariant.I6, "a ledger does not open after a crash", e);
    }
  }

  /// I3: what nodes say when they refuse holds nothing of what they were given.
  void refused(ExchangeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      Check.that(
          Invariant.I3,
          !Ledger.isPersonal(String.valueOf(cause.getMessage())),
          "an error text holds personal data");
    }
  }

  /// I3: what stands in a log or on a page without being opened.
  void requireSilent(Object shown) {
    Check.that(
        Invariant.I3, !Ledger.isPersonal(shown.toString()), "what is printed holds personal data");
  }

  /// What must hold once everything came to rest.
  void lookAtTheEnd() throws ExchangeException {
    look();
    for (TestNode node : honest) {
      ledger(node).requireSound();
      ledger(node).requireNoPersonalData();
      for (AskedQuestion asked : node.core().asking().asked(node.rights())) {
        requireSilent(asked);
      }
      requireReported(node);
      requireErased(node);
    }
  }

  /// I7: what an honest issuer ended nobody honest holds any more, once nothing is on its way.
  private void requireErased(TestNode node) {
    Set<DispatchId> ended = new HashSet<>();
    node.core().alerting().alerts(node.analyst()).stream()
        .filter(one -> one.state() == Alert.State.EXECUTED || one.state() == Alert.State.WITHDRAWN)
        .forEach(one -> one.deliveries().forEach(each -> ended.add(each.id())));
    for (TestNode holder : honest) {
      for (Heeding.HeldAlert held : holder.core().heeding().held(holder.rights())) {
        Check.that(
            Invariant.I7,
            !ended.contains(held.id()),
            () -> "alert " + held.id() + " was taken back and is held");
      }
    }
  }

  /// I5: the originator can audit every reading of what it gave to an honest node.
  private void requireReported(TestNode node) {
    node.core().recalling().given(node.duty()).stream()
        .filter(given -> honest.stream().anyMatch(other -> other.id().equals(given.holder())))
        .forEach(given -> {
          int read = said.readings.getOrDefault(given.item(), 0);
          Check.that(
              Invariant.I5,
              given.readings().size() >= read,
              () -> "the originator knows of fewer readings of " + given.item() + " than " + read);
        });
  }
}
