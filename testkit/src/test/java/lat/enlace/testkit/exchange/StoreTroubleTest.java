// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.Function;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange.Condition;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.core.NodeCore;
import lat.enlace.exchange.port.Ports;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A database that fails between the ledger and the index, or of which nobody knows what it took:
/// nothing more is taken until the core is opened again, and then nothing is lost (invariant I6).
class StoreTroubleTest {
  private final Story story;
  private final TestNode co;
  private final FailingStore store;
  private final NodeCore core;

  StoreTroubleTest() throws Exception {
    story = Story.begin(63);
    co = story.federation().co();
    co.crash(new SplittableRandom(1));
    Ports ports = co.ports();
    store = new FailingStore(ports.store());
    core =
        NodeCore.open(
            co.identity(),
            new Ports(
                ports.clock(),
                ports.randomness(),
                store,
                ports.log(),
                ports.keys(),
                ports.approval(),
                ports.matcher()));
  }

  @ParameterizedTest
  @EnumSource
  void i6_afterTheLedgerTookIt_nothingMoreIsTaken(StoreException.Code code) throws Exception {
    store.failAt(2, code);
    unavailable();
    assertThat(core.condition()).isEqualTo(Condition.FAILED);
    unavailable();
    core.close();
    co.open();
    story.federation().settle();
    assertThat(co.core().asking().asked(co.analyst()))
        .singleElement()
        .extracting(AskedQuestion::state)
        .isEqualTo(AskedQuestion.State.HIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCKED", "FULL"})
  void i6_whatSurelyTookNothing_isAskedAgain(StoreException.Code code) throws Exception {
    store.failAt(1, code);
    unavailable();
    assertThat(core.condition()).isEqualTo(Condition.WORKING);
    ask();
    assertThat(core.asking().asked(co.analyst())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LOCKED", "FULL"})
  void i6_whatMayHaveTakenIt_isNotAskedAgain(StoreException.Code code) {
    store.failAt(1, code);
    unavailable();
    assertThat(core.condition()).isEqualTo(Condition.FAILED);
    unavailable();
  }

  @Test
  void i6_aSubjectThatDidNotReachTheDiskIsNotMatched() {
    long before = core.holdings().counts().subjects();
    store.failAt(1, StoreException.Code.FULL);
    assertThatThrownBy(() -> core.holdings().put(co.analyst(), Forms.suspect(Story.HELD)))
        .isInstanceOf(ExchangeException.class);
    assertThat(core.holdings().counts().subjects()).isEqualTo(before);
  }

  private void ask() throws ExchangeException {
    core.asking().ask(co.analyst(), Forms.lawful(Story.PROBE, story.federation().ve()));
  }

  private void unavailable() {
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.UNAVAILABLE));
  }

  /// Fails in one write to come, before anything of it is done.
  private static final class FailingStore implements Store {
    private final Store below;
    private int left;
    private StoreException.Code code = StoreException.Code.FAILED;

    FailingStore(Store below) {
      this.below = below;
    }

    void failAt(int write, StoreException.Code with) {
      left = write;
      code = with;
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
      if (left > 0) {
        left--;
        if (left == 0) {
          throw new StoreException(code);
        }
      }
      return below.write(work);
    }

    @Override
    public <T> T read(Function<View, T> work) {
      return below.read(work);
    }
  }
}
