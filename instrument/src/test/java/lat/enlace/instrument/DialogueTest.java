// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.ChannelBody.Standing.Change;
import org.junit.jupiter.api.Test;

/// What two parties say of an instrument may cross on the way in any order.
class DialogueTest {
  private static final StateCode CO = new StateCode("CO");
  private static final StateCode VE = new StateCode("VE");
  private static final List<Act> ACTS =
      List.of(
          new Act(Change.SUSPENDED, ConfidenceLevel.FLOOR),
          new Act(Change.RESUME, ConfidenceLevel.HIT_NO_HIT),
          new Act(Change.LOWERED, ConfidenceLevel.CONTACT),
          new Act(Change.RAISE, ConfidenceLevel.INFORMATION));
  private static final Act WITHDRAWN = new Act(Change.WITHDRAWN, ConfidenceLevel.FLOOR);
  private static final int SAMPLES = Boolean.getBoolean("enlace.full") ? 2_000_000 : 20_000;

  private final Instrument instrument = read();
  private final Relation start = Relation.initial(instrument, CO, VE);

  private record Act(Change change, ConfidenceLevel level) {}

  /// One side: what it said, and how much of the other's it has taken.
  private final class Side {
    private final StateCode state;
    private final List<Word> said = new ArrayList<>();
    private int taken;

    /// The most that this side has said may be open since it last narrowed.
    private ConfidenceLevel most = ConfidenceLevel.JOINT_OPERATIONS;

    Side(StateCode state) {
      this.state = state;
    }

    Relation relation(Side other) {
      return Dialogue.after(start, said, other.said.subList(0, taken), instrument.lifetime());
    }

    /// Says something, which at this node holds at once if it narrows.
    void say(Act act, Side other) {
      ConfidenceLevel before = relation(other).level();
      said.add(new Word(state, act.change(), act.level(), taken));
      Relation after = relation(other);
      switch (act.change()) {
        case SUSPENDED -> {
          assertThat(after.suspendedBy()).contains(state);
          assertThat(after.level()).isEqualTo(ConfidenceLevel.FLOOR);
          most = ConfidenceLevel.FLOOR;
        }
        case LOWERED -> {
          assertThat(act.level().reaches(after.level())).isTrue();
          assertThat(before.reaches(after.level())).isTrue();
          most = act.level();
        }
        case WITHDRAWN -> {
          assertThat(after.ended()).isTrue();
          most = ConfidenceLevel.FLOOR;
        }
        case RESUME, RAISE -> most = most.reaches(act.level()) ? most : act.level();
      }
    }

    /// Takes the next word; whatever comes never opens more than this side has said may be open.
    void take(Side other) {
      ConfidenceLevel before = relation(other).level();
      taken++;
      ConfidenceLevel after = relation(other).level();
      assertThat(before.reaches(after) || most.reaches(after)).as("%s", this).isTrue();
    }

    @Override
    public String toString() {
      return state + " said " + said + " and took " + taken;
    }
  }

  @Test
  void after_everyCrossingOfTwoWordsEachEndsTheSameAtBoth() {
    int runs = 0;
    for (Act first : ACTS) {
      for (Act second : ACTS) {
        for (Act third : ACTS) {
          for (Act fourth : ACTS) {
            runs += everyOrder(List.of(first, second), List.of(third, fourth), "");
          }
        }
      }
    }
    assertThat(runs).isEqualTo(256 * 280);
  }

  @Test
  void after_longerTalksEndTheSameAtBoth() {
    SplittableRandom random = new SplittableRandom(20261122);
    for (int n = 0; n < SAMPLES; n++) {
      Side co = new Side(CO);
      Side ve = new Side(VE);
      for (int step = 0; step < 14; step++) {
        Side one = random.nextBoolean() ? co : ve;
        Side other = one == co ? ve : co;
        if (random.nextBoolean() && one.taken < other.said.size()) {
          one.take(other);
        } else {
          one.say(ACTS.get(random.nextInt(ACTS.size())), other);
        }
      }
      settle(co, ve);
    }
  }

  @Test
  void after_aWithdrawalCrossesWhatItMayAndIsForGood() {
    for (Act first : ACTS) {
      for (Act second : ACTS) {
        everyOrder(List.of(WITHDRAWN, first), List.of(second, second), "");
        everyOrder(List.of(first, WITHDRAWN), List.of(second, WITHDRAWN), "");
      }
    }
  }

  @Test
  void after_anOfferThatCrossedASuspensionIsVoidAndANewOneIsNot() {
    Side co = new Side(CO);
    Side ve = new Side(VE);
    ve.say(new Act(Change.RAISE, ConfidenceLevel.INFORMATION), co);
    co.say(new Act(Change.SUSPENDED, ConfidenceLevel.FLOOR), ve);
    settle(co, ve);
    co.say(new Act(Change.RESUME, ConfidenceLevel.CONTACT), ve);
    settle(co, ve);
    assertThat(co.relation(ve).level()).isEqualTo(ConfidenceLevel.FLOOR);
    ve.say(new Act(Change.RAISE, ConfidenceLevel.CONTACT), co);
    settle(co, ve);
    assertThat(co.relation(ve).level()).isEqualTo(ConfidenceLevel.CONTACT);
  }

  /// Runs every order in which the words can be said and taken, named by its steps: `a` and `b`
  /// say, `A` and `B` take.
  private int everyOrder(List<Act> co, List<Act> ve, String steps) {
    if (steps.length() == 2 * (co.size() + ve.size())) {
      run(co, ve, steps);
      return 1;
    }
    int runs = 0;
    if (count(steps, 'a') < co.size()) {
      runs += everyOrder(co, ve, steps + 'a');
    }
    if (count(steps, 'b') < ve.size()) {
      runs += everyOrder(co, ve, steps + 'b');
    }
    if (count(steps, 'A') < count(steps, 'b')) {
      runs += everyOrder(co, ve, steps + 'A');
    }
    if (count(steps, 'B') < count(steps, 'a')) {
      runs += everyOrder(co, ve, steps + 'B');
    }
    return runs;
  }

  private static long count(String steps, char step) {
    return steps.chars().filter(one -> one == step).count();
  }

  private void run(List<Act> ofCo, List<Act> ofVe, String steps) {
    Side co = new Side(CO);
    Side ve = new Side(VE);
    for (int i = 0; i < steps.length(); i++) {
      switch (steps.charAt(i)) {
        case 'a' -> co.say(ofCo.get(co.said.size()), ve);
        case 'b' -> ve.say(ofVe.get(ve.said.size()), co);
        case 'A' -> co.take(ve);
        default -> ve.take(co);
      }
    }
    settle(co, ve);
  }

  private static void settle(Side co, Side ve) {
    while (co.taken < ve.said.size()) {
      co.take(ve);
    }
    while (ve.taken < co.said.size()) {
      ve.take(co);
    }
    assertThat(co.relation(ve)).as("%s; %s", co, ve).isEqualTo(ve.relation(co));
  }

  private static Instrument read() {
    try {
      return SampleInstruments.read("co-ve");
    } catch (IOException | InstrumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
