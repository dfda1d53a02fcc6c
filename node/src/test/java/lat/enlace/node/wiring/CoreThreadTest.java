// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.Story;
import lat.enlace.testkit.exchange.TestNode;
import org.junit.jupiter.api.Test;

/// Callers on virtual threads share the way to the disk; none hears of his outcome before it.
class CoreThreadTest {
  private static final int CALLERS = 32;

  private final Story story;
  private final TestNode co;
  private final CoreThread core;
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  CoreThreadTest() throws ExchangeException {
    story = Story.begin(43);
    co = story.federation().co();
    core = new CoreThread(co::core, () -> {});
  }

  @Test
  void with_concurrentCallers_farFewerSyncsThanCallers() throws Exception {
    long syncs = co.log().syncs();
    List<FutureTask<List<AskedQuestion>>> askers = allAtOnce(this::ask);

    for (FutureTask<List<AskedQuestion>> asker : askers) {
      assertThat(asker.get()).hasSize(1);
    }
    assertThat(co.log().syncs() - syncs).isEqualTo(1);
    core.close();
  }

  @Test
  void with_storageFailsUnderTheGroup_noCallerIsToldThatItIsDone() throws Exception {
    co.log().failAfter(0);
    List<FutureTask<List<AskedQuestion>>> askers = allAtOnce(this::ask);

    for (FutureTask<List<AskedQuestion>> asker : askers) {
      assertThatThrownBy(asker::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ExchangeException.class,
              e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.UNAVAILABLE));
    }
    core.close();
  }

  private List<AskedQuestion> ask() throws ExchangeException {
    return core.with(exchange ->
        exchange.asking().ask(co.analyst(), Forms.lawful(Story.PROBE, story.federation().ve())));
  }

  /// Starts everyone while the core is busy, and lets it go when all of them wait for it.
  private <T> List<FutureTask<T>> allAtOnce(Callable<T> call) throws InterruptedException {
    Thread.ofVirtual().start(this::keepBusy);
    busy.await();
    List<FutureTask<T>> tasks = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      FutureTask<T> task = new FutureTask<>(call);
      tasks.add(task);
      threads.add(Thread.ofVirtual().start(task));
    }
    while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
    free.countDown();
    return tasks;
  }

  private void keepBusy() {
    try {
      core.with(exchange -> {
        busy.countDown();
        try {
          free.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return true;
      });
    } catch (ExchangeException e) {
      throw new AssertionError(e);
    }
  }
}
