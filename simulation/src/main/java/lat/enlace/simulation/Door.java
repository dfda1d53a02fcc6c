// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.ask.Bodies;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;

/// Looks at all that leaves an honest node: I1, I4, I6, I7, I8, I9 and I13 at the door.
final class Door {
  /// An answer tells nothing by its length.
  private static final int ANSWER_BYTES = 8_192;

  private final Map<NodeId, Ledger> ledgers;
  private final Said said;
  private final Map<DispatchId, DispatchId> answered = new HashMap<>();

  Door(Map<NodeId, Ledger> ledgers, Said said) {
    this.ledgers = ledgers;
    this.said = said;
  }

  private Ledger ledger(TestNode node) {
    return Objects.requireNonNull(ledgers.get(node.id()));
  }

  /// Looks into a batch that is about to leave.
  ///
  /// @return the size of the ledger under the head that is shown
  long leaves(TestNode from, TestNode to, Links.Outgoing batch) {
    Ledger ledger = ledger(from);
    ledger.look();
    LogExtract extract = Envelopes.opened(batch.envelope(), from, to);
    for (ProvenEntry entry : extract.entries()) {
      ledger.requireRecorded(entry);
      Dispatch dispatch = Envelopes.dispatch(entry.content());
      ledger.requireDecided(entry.leafIndex(), dispatch);
      requireOpen(from, to, dispatch);
      requireOnce(dispatch);
      requirePeople(ledger, to, dispatch);
      requirePeople(from, dispatch);
      if (dispatch.body() instanceof HitBody.Answer) {
        Check.equal(Invariant.I13, entry.content().size(), ANSWER_BYTES, "bytes of an answer");
      }
    }
    return Forgery.size(extract.checkpoint());
  }

  /// I6: every dispatch of an acknowledged batch stands in the inbox of its receiver.
  void requireTaken(TestNode from, TestNode to, Links.Outgoing batch) {
    for (ProvenEntry entry : Envelopes.opened(batch.envelope(), from, to).entries()) {
      Check.that(
          Invariant.I6,
          ledger(to).received(from.id(), entry.leafIndex()),
          () -> "entry " + entry.leafIndex() + " was acknowledged and not taken");
    }
  }

  /// I7: no data under an agreement that this node suspended or knows to be suspended, or to a
  /// state whose mandate it contests.
  private void requireOpen(TestNode from, TestNode to, Dispatch dispatch) {
    boolean data =
        dispatch.header().kind().lane() == DispatchKind.Lane.PERSON
            && Bodies.carriesData(dispatch.body());
    if (data && dispatch.header().basis() instanceof Basis.UnderInstrument basis) {
      Check.that(
          Invariant.I7,
          !said.isSuspended(from.id(), basis.instrument().id()),
          () -> dispatch.header().kind() + " leaves under suspension");
      Check.that(
          Invariant.I7,
          !said.isContested(from.id(), to.identity().state()),
          () -> dispatch.header().kind() + " leaves to whoever's mandate is contested");
    }
  }

  /// I6: a question meets one hit and a follow-up one disclosure, however often they come again.
  private void requireOnce(Dispatch dispatch) {
    DispatchId id = dispatch.header().id();
    Optional<DispatchId> of =
        switch (dispatch.body()) {
          case HitBody.Answer(DispatchId question, HitBody.Outcome.Hit _) -> Optional.of(question);
          case HitBody.Disclosure disclosure -> Optional.of(disclosure.followUp());
          default -> Optional.empty();
        };
    of.ifPresent(asked -> {
      DispatchId before = answered.putIfAbsent(asked, id);
      Check.that(
          Invariant.I6, before == null || before.equals(id), () -> asked + " is answered twice");
    });
  }

  /// I9 and I13 of alerts: two people here issued it, and an officer said what is said to its
  /// issuer.
  private void requirePeople(TestNode from, Dispatch dispatch) {
    DispatchId id = dispatch.header().id();
    switch (dispatch.body()) {
      case AlertBody.Alert alert -> {
        Check.that(
            Invariant.I9,
            from.core().alerting().alerts(from.analyst()).stream()
                .filter(one -> one.deliveries().stream().anyMatch(each -> each.id().equals(id)))
                .anyMatch(one -> said.issued.contains(one.id())),
            "an alert leaves that no second officer issued");
        Check.that(
            Invariant.I13, !ledger(from).protects(alert.subject()), "an alert names who is sealed");
      }
      case AlertBody.Stance stance ->
          Check.that(
              Invariant.I9,
              said.stances.getOrDefault(stance.alert(), Set.of()).contains(stance.stand().code()),
              "a stance leaves that no officer took");
      case AlertBody.Hit hit ->
          Check.that(
              Invariant.I9,
              said.reportedOn.contains(hit.alert()),
              "a hit leaves that no second officer confirmed");
      default -> {
        // All else is looked at elsewhere.
      }
    }
  }

  private void requirePeople(Ledger ledger, TestNode to, Dispatch dispatch) {
    switch (dispatch.body()) {
      case HitBody.Disclosure disclosure -> {
        Handling least =
            Optional.ofNullable(said.released.get(disclosure.followUp()))
                .orElseThrow(() -> new Violation(Invariant.I9, "nobody released what leaves"));
        Check.that(
            Invariant.I8,
            dispatch.header().handling().codes().containsAll(least.codes()),
            "a disclosure leaves with fewer restrictions than its officer set");
        said.handling.put(disclosure.item(), dispatch.header().handling().codes());
      }
      case HitBody.Answer(DispatchId question, HitBody.Outcome.Hit _) ->
          Check.that(
              Invariant.I13,
              !ledger.protects(ledger.received(to.id(), question)),
              "a protected person is a hit");
      case HitBody.Question question -> {
        Check.that(Invariant.I13, !ledger.protects(question.subject()), "asked about by name");
        Check.that(
            Invariant.I9,
            !said.needingAuthority.contains(dispatch.header().id())
                || said.authorised.contains(dispatch.header().id()),
            "a question leaves that no authority signed");
      }
      case RequestBody.Reply reply when !reply.given().isEmpty() -> {
        Handling least =
            Optional.ofNullable(said.released.get(reply.request()))
                .orElseThrow(() -> new Violation(Invariant.I9, "nobody gave what leaves"));
        reply.given().forEach(given -> said.handling.put(given.item(), least.codes()));
      }
      case RequestBody.Request _ ->
          Check.that(
              Invariant.I9,
              !said.needingAuthority.contains(dispatch.header().id())
                  || said.authorised.contains(dispatch.header().id()),
              "a request leaves that no authority signed");
      default -> {
        // The rest shows no data on a person held here.
      }
    }
  }
}
