// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// So many are served, so many wait, and nobody else does.
class TurnsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whoeverComesBeyondThoseWhoWait_isTurnedAwayAtOnce() throws Exception {
    Turns turns = new Turns(2, 3);
    CountDownLatch over = new CountDownLatch(1);
    List<Future<Boolean>> all = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        all.add(
            callers.submit(() -> {
              boolean served = turns.take(LONG);
              if (served) {
                over.await();
                turns.give();
              }
              return served;
            }));
      }
      while (all.stream().filter(Future::isDone).count() < 45) {
        Thread.sleep(5);
      }
      assertThat(turns.free()).isFalse();
      over.countDown();
    }
    long served = 0;
    for (Future<Boolean> one : all) {
      served += one.get() ? 1 : 0;
    }
    assertThat(served).isEqualTo(5);
    assertThat(turns.free()).isTrue();
  }

  @Test
  void whoeverWaitsTooLong_makesRoom() {
    Turns turns = new Turns(1, 1);
    assertThat(turns.take(LONG)).isTrue();
    assertThat(turns.take(Duration.ZERO)).isFalse();
    assertThat(turns.take(Duration.ofMillis(1))).isFalse();
    turns.give();
    assertThat(turns.take(Duration.ZERO)).isTrue();
  }

  @Test
  void warningsInquiriesAndHealth_goFirst() {
    assertThat(AdmissionDoor.goesFirst("/api/v1/warnings")).isTrue();
    assertThat(AdmissionDoor.goesFirst("/api/v1/inquiries/1/reply")).isTrue();
    assertThat(AdmissionDoor.goesFirst("/whereabouts")).isTrue();
    assertThat(AdmissionDoor.goesFirst("/health/readiness")).isTrue();
    assertThat(AdmissionDoor.goesFirst("/api/v1/warningsx")).isFalse();
    assertThat(AdmissionDoor.goesFirst("/api/v1/questions")).isFalse();
  }
}
