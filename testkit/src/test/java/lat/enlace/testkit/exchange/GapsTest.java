// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.Handling;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.ledger.KilledException;
import org.junit.jupiter.api.Test;

/// One road through every kind of dispatch, and at each step of it the process ended in every gap
/// between two changing calls to its ports: after it is opened again the step was done whole or not
/// at all, and doing it again does it once (invariants I1 and I6).
class GapsTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  /// Something one node does.
  @FunctionalInterface
  private interface Act {
    void run() throws ExchangeException;
  }

  private record Step(String name, TestNode node, Act act) {}

  private final Story story = Story.begin(41);
  private final TestNode co = story.federation().co();
  private final TestNode ve = story.federation().ve();
  private final List<Step> road = new ArrayList<>();
  private int killed;

  GapsTest() throws ExchangeException {}

  @Test
  void noGapOnAnyRoadLosesOrRepeatsAnything() throws Exception {
    question();
    disclosure();
    recalls();
    refusal();
    whereabouts();
    warning();
    channel();
    int offset = 0;
    for (Step step : road) {
      offset = walk(step, offset);
    }
    assertThat(killed).isGreaterThan(Boolean.getBoolean("enlace.full") ? 500 : 80);
  }

  /// Takes the step cleanly once for its gaps, then from the same start again for each gap.
  private int walk(Step step, int offset) throws Exception {
    List<TestNode.Backup> start = backup();
    List<String> before = seen();
    long gaps = step.node().guillotine().gaps();
    step.act().run();
    gaps = step.node().guillotine().gaps() - gaps;
    List<String> after = seen();
    int stride = Boolean.getBoolean("enlace.full") ? 1 : 7;
    int gap = offset;
    for (; gap < gaps; gap += stride) {
      restore(start);
      interrupted(step, gap, before, after);
    }
    restore(start);
    step.act().run();
    return (int) (gap - gaps);
  }

  private void interrupted(Step step, int gap, List<String> before, List<String> after)
      throws ExchangeException {
    step.node().guillotine().killAfter(gap);
    try {
      step.act().run();
      // What a restart makes anew, such as the age of the head, may take fewer calls.
      step.node().guillotine().rest();
    } catch (KilledException e) {
      killed++;
      step.node().crash(new SplittableRandom(gap));
      step.node().open();
      List<String> found = seen();
      assertThat(found).as("%s, gap %d", step.name(), gap).isIn(before, after);
      if (found.equals(before)) {
        step.act().run();
      }
    }
    assertThat(seen()).as("%s, gap %d, done", step.name(), gap).isEqualTo(after);
  }

  private List<TestNode.Backup> backup() {
    return List.of(co.backup(), ve.backup());
  }

  private void restore(List<TestNode.Backup> start) throws ExchangeException {
    co.guillotine().rest();
    ve.guillotine().rest();
    co.restore(start.getFirst());
    ve.restore(start.getLast());
    co.open();
    ve.open();
  }

  /// What people see at both nodes, and how many entries there are of each type but decisions.
  private List<String> seen() throws ExchangeException {
    List<String> all = new ArrayList<>();
    for (TestNode node : List.of(co, ve)) {
      var core = node.core();
      all.add(
          core.asking().asked(node.rights()).stream()
              .map(AskedQuestion::state)
              .sorted()
              .toList()
              .toString());
      all.add(
          core.holding().desk(node.duty()).stream()
              .map(Holding.HeldFollowUp::state)
              .sorted()
              .toList()
              .toString());
      all.add(
          core.whereabouts().inquiries(node.duty()).stream()
              .map(Whereabouts.Inquiry::state)
              .sorted()
              .toList()
              .toString());
      all.add(
          core.warnings().warnings(node.duty()).stream()
              .map(one -> one.state() + " " + one.ownReview() + one.partnersReview())
              .sorted()
              .toList()
              .toString());
      all.add(
          core.recalling().recalls(node.duty()).stream()
              .map(Recalling.RecallView::state)
              .sorted()
              .toList()
              .toString());
      all.add(
          core.recalling().given(node.duty()).stream()
              .map(given -> given.readings().size())
              .toList()
              .toString());
      all.add(
          core.standings().instruments().stream()
              .map(one -> one.level() + " " + one.standing().state() + one.proposed())
              .toList()
              .toString());
      all.add(core.links().health().stream().map(Links.LinkHealth::waiting).toList().toString());
      all.add(counts(node).toString());
    }
    return all;
  }

  private static Map<String, Integer> counts(TestNode node) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Records.EntryView entry : node.core().records().entries(node.rights(), 10_000)) {
      // That a batch was refused for beginning at the wrong head is a decision too, once more.
      if (!entry.type().equals(EntryType.DECISION.code())) {
        counts.merge(entry.type(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private void act(String name, TestNode node, Act act) {
    road.add(new Step(name, node, act));
  }

  /// Three steps: the sender makes the batch, the receiver takes it, the sender takes the ack.
  private void carry(String what, TestNode from, TestNode to) {
    act(what + " leaves", from, () -> next(from, to));
    act(what + " arrives", to, () -> arrive(from, to));
    act(
        what + " is receipted",
        from,
        () -> {
          Taken taken = arrive(from, to);
          from.core().links().delivered(taken.batch(), taken.ack());
        });
  }

  private record Taken(Links.Outgoing batch, Bytes ack) {}

  /// A node that was opened again does not know where its partner stands until it is told.
  private static Taken arrive(TestNode from, TestNode to) throws ExchangeException {
    Links.Outgoing batch = next(from, to);
    Bytes ack = to.core().links().receive(from.id(), batch.envelope());
    if (Liar.outcome(ack).equals("accepted")) {
      return new Taken(batch, ack);
    }
    from.core().links().delivered(batch, ack);
    batch = next(from, to);
    return new Taken(batch, to.core().links().receive(from.id(), batch.envelope()));
  }

  private void question() {
    act("ask", co, story::ask);
    carry("question", co, ve);
    carry("answer", ve, co);
    act("follow up", co, this::followUp);
    carry("follow-up", co, ve);
  }

  private void followUp() throws ExchangeException {
    AskedQuestion hit =
        co.core().asking().asked(co.analyst()).stream()
            .filter(asked -> asked.state() == AskedQuestion.State.HIT)
            .findFirst()
            .orElseThrow();
    HitBody.Outcome.Hit outcome = (HitBody.Outcome.Hit) hit.answer().getFirst();
    co.core()
        .asking()
        .followUp(co.analyst(), hit.id(), outcome.candidates().getFirst().handle(), "la misma");
  }

  private void disclosure() {
    act("compare", ve, () -> ve.core().holding().compare(ve.duty(), story.desk().getFirst().id()));
    act(
        "release",
        ve,
        () -> ve.core().holding().release(ve.duty(), story.desk().getFirst().id(), Handling.LEAST));
    carry("disclosure", ve, co);
    act(
        "read",
        co,
        () -> story.read(co.core().asking().asked(co.analyst()).getLast().item().getFirst()));
    carry("reading", co, ve);
  }

  private void recalls() {
    for (RecallAction action : RecallAction.values()) {
      List<Entity> other = action == RecallAction.CORRECT ? List.of(Story.CORRECTED) : List.of();
      act(
          "recall " + action,
          ve,
          () -> {
            var given = ve.core().recalling().given(ve.duty()).getFirst().item();
            ve.core().recalling().recall(ve.duty(), given, action, "error", other);
          });
      carry("recall " + action, ve, co);
      carry("outcome " + action, co, ve);
    }
  }

  private void refusal() {
    question();
    act(
        "refuse",
        ve,
        () ->
            ve.core()
                .holding()
                .refuse(ve.duty(), story.desk().getFirst().id(), RefusalCode.R4, "no"));
    carry("refusal", ve, co);
  }

  private void whereabouts() {
    act(
        "inquire",
        co,
        () ->
            co.core()
                .whereabouts()
                .inquire(
                    co.duty(),
                    ve.id(),
                    "HUM-1",
                    "Ley",
                    Story.PROBE,
                    WhereaboutsBody.Inquiry.AskedBy.FAMILY));
    carry("whereabouts", co, ve);
    act(
        "reply",
        ve,
        () ->
            ve.core()
                .whereabouts()
                .reply(
                    ve.duty(),
                    ve.core().whereabouts().inquiries(ve.duty()).getFirst().id(),
                    WhereaboutsBody.Reply.Finding.SEEN,
                    "vista"));
    carry("whereabouts-reply", ve, co);
  }

  private void warning() {
    act(
        "warn",
        co,
        () -> co.core().warnings().warn(co.analyst(), ve.id(), WarningsTest.threat("Rosa Modelo")));
    carry("warning", co, ve);
    act(
        "take up",
        ve,
        () ->
            ve.core()
                .warnings()
                .act(
                    ve.duty(),
                    ve.core().warnings().warnings(ve.duty()).getFirst().id(),
                    WarningBody.Action.Act.TAKEN_UP));
    carry("warning-action", ve, co);
    act(
        "review",
        co,
        () ->
            co.core()
                .warnings()
                .review(
                    co.rights(),
                    co.core().warnings().warnings(co.rights()).getFirst().id(),
                    WarningBody.Review.Finding.WARRANTED));
    carry("warning-review", co, ve);
  }

  private void channel() {
    act("suspend", ve, () -> ve.core().standings().suspend(ve.authority(), CO_VE, "prueba"));
    carry("standing", ve, co);
    act(
        "resume",
        ve,
        () ->
            ve.core().standings().resume(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba"));
    carry("standing", ve, co);
    act(
        "renew",
        co,
        () -> {
          var now = co.clock().now();
          var note = co.keys().nodeRecord(2, now, now.plus(Duration.ofDays(100)));
          co.core()
              .standings()
              .adoptNodeRecord(
                  co.operator(),
                  new String(note.toArray(), java.nio.charset.StandardCharsets.UTF_8));
        });
    carry("node-record", co, ve);
  }
}
