// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.ask.Bodies;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.RecallAction;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;

/// Looks at every honest node after every step: whether each invariant still holds. What it knows
/// of people's decisions it was told by the officers, not by the nodes it watches.
final class Watch {
  private static final int SAMPLE = 6;

  private final Map<NodeId, Ledger> ledgers = new HashMap<>();
  private final Map<NodeId, Set<NodeId>> suspended = new HashMap<>();
  private final Map<DispatchId, Handling> released = new HashMap<>();
  private final Map<DispatchId, AskedQuestion.State> states = new HashMap<>();
  private final Set<DispatchId> confirmed = new HashSet<>();
  private final SplittableRandom sample = new SplittableRandom(1);
  private final Coverage coverage;
  private final List<TestNode> honest;

  Watch(List<TestNode> nodes, List<TestNode> honest, Coverage coverage) {
    this.coverage = coverage;
    this.honest = List.copyOf(honest);
    nodes.forEach(node -> ledgers.put(node.id(), new Ledger(node, ledgers)));
  }

  Ledger ledger(TestNode node) {
    return Objects.requireNonNull(ledgers.get(node.id()));
  }

  /// Looks at what changed since the last look.
  void look() throws ExchangeException {
    for (TestNode node : honest) {
      Ledger ledger = ledger(node);
      ledger.look();
      for (DispatchId id : ledger.askedLately()) {
        AskedQuestion asked = node.core().asking().question(node.rights(), id);
        coverage.saw(asked.state());
        AskedQuestion.State before = states.put(id, asked.state());
        if (before != null && before != asked.state()) {
          coverage.moved(before, asked.state());
        }
        requireConfirmed(asked);
      }
      ledger.takenLately().forEach(coverage::took);
    }
    coverage.looked();
  }

  /// I9: core data only where the asking officer said who it is.
  private void requireConfirmed(AskedQuestion asked) {
    boolean past =
        asked.state() == AskedQuestion.State.FOLLOWED_UP
            || asked.state() == AskedQuestion.State.DISCLOSED;
    assertThat(!past || confirmed.contains(asked.id())).as("I9: %s", asked).isTrue();
  }

  /// An officer is about to say that the hit of this question is the subject.
  void confirms(DispatchId question) {
    confirmed.add(question);
  }

  /// An officer is about to release.
  void releases(DispatchId followUp, Handling handling) {
    released.put(followUp, handling);
  }

  /// From now until it is durable nobody can say whether it is suspended.
  void suspends(TestNode by, NodeId partner) {
    resumes(by, partner);
  }

  /// The suspension is durable.
  void suspended(TestNode by, NodeId partner) {
    suspended.computeIfAbsent(by.id(), _ -> new HashSet<>()).add(partner);
  }

  /// An authority is about to resume.
  void resumes(TestNode by, NodeId partner) {
    suspended.computeIfAbsent(by.id(), _ -> new HashSet<>()).remove(partner);
  }

  /// Something an officer does.
  interface Act {
    Object run() throws ExchangeException;
  }

  /// I5: what shows someone's data leaves an entry before it returns.
  void reads(TestNode node, Act act) throws ExchangeException {
    Ledger ledger = ledger(node);
    ledger.look();
    long before = ledger.count(EntryType.READING);
    act.run();
    ledger.look();
    assertThat(ledger.count(EntryType.READING)).as("I5: entered").isEqualTo(before + 1);
  }

  /// The same for both records side by side.
  void compares(TestNode node, Act act) throws ExchangeException {
    reads(node, act);
  }

  /// I10: only suspects and convicts are indexed.
  void indexes(TestNode node, Entity person, SubjectCategory category) throws ExchangeException {
    CaseSubject suspect = Forms.suspect(person);
    CaseSubject subject =
        new CaseSubject(
            person, suspect.caseReference(), suspect.offence(), category, ProceduralStage.CHARGED);
    boolean allowed =
        category == SubjectCategory.SUSPECT_COMMITTED
            || category == SubjectCategory.SUSPECT_ABOUT_TO
            || category == SubjectCategory.CONVICTED;
    try {
      node.core().holdings().put(node.analyst(), subject);
      assertThat(allowed).as("I10: %s", category).isTrue();
    } catch (ExchangeException e) {
      assertThat(e.code() == ExchangeException.Code.NOT_INDEXABLE && allowed).isFalse();
      throw e;
    }
  }

  /// What leaves an honest node: I1, I4, I7, I9 and I13 at the door.
  void leaves(TestNode from, TestNode to, Links.Outgoing batch) {
    Ledger ledger = ledger(from);
    ledger.look();
    LogExtract extract = Envelopes.opened(batch.envelope(), from, to);
    for (ProvenEntry entry : extract.entries()) {
      ledger.requireRecorded(entry);
      Dispatch dispatch = Envelopes.dispatch(entry.content());
      ledger.requireDecided(entry.leafIndex(), dispatch);
      requireOpen(from, to, dispatch);
      requirePeople(ledger, to, dispatch);
    }
    requireDurable(from, Forgery.size(extract.checkpoint()));
  }

  private void requireOpen(TestNode from, TestNode to, Dispatch dispatch) {
    boolean closed = suspended.getOrDefault(from.id(), Set.of()).contains(to.id());
    boolean data =
        dispatch.header().kind().lane() == DispatchKind.Lane.PERSON
            ? Bodies.carriesData(dispatch.body())
            : dispatch.body() instanceof ItemBody.Recall recall
                && recall.action() == RecallAction.CORRECT;
    assertThat(closed && data).as("I7: %s under suspension", dispatch.header().kind()).isFalse();
  }

  private void requirePeople(Ledger ledger, TestNode to, Dispatch dispatch) {
    switch (dispatch.body()) {
      case HitBody.Disclosure disclosure -> {
        Handling least =
            Optional.ofNullable(released.get(disclosure.followUp()))
                .orElseThrow(() -> new AssertionError("I9: not released by a person"));
        assertThat(dispatch.header().handling().codes()).as("I8").containsAll(least.codes());
      }
      case HitBody.Answer(DispatchId question, HitBody.Outcome.Hit _) ->
          assertThat(ledger.protects(ledger.received(to.id(), question)))
              .as("I13: a protected person")
              .isFalse();
      case HitBody.Question question ->
          assertThat(ledger.protects(question.subject())).as("I13: asked about by name").isFalse();
      default -> {
        // The rest shows no data on a person held here.
      }
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
      assertThat(log.size()).as("I6: durable").isGreaterThanOrEqualTo(size);
    } catch (LedgerException | LogStorageException e) {
      throw new AssertionError("a ledger does not open after a crash", e);
    }
  }

  /// I3: what nodes say when they refuse holds nothing of what they were given.
  void refused(ExchangeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage()))
          .as("I3")
          .doesNotContainPattern(Ledger.PERSONAL);
    }
  }

  /// What must hold once everything came to rest.
  void lookAtTheEnd() throws ExchangeException {
    look();
    for (TestNode node : honest) {
      ledger(node).requireSound();
      ledger(node).requireNoPersonalData();
    }
  }
}
