// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import static lat.enlace.node.login.Carriers.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lat.enlace.model.OfficerId;
import lat.enlace.node.keys.HashTurns;
import lat.enlace.node.login.Lockout.Secret;
import org.junit.jupiter.api.Test;

class LockoutTest {
  private static final HashTurns TURNS = new HashTurns();

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final Lockout lockout = new Lockout(() -> now);

  @Test
  void lockout_growsToAnHourAndIsForgottenOnSuccess() {
    OfficerId ana = new OfficerId("ana");
    for (int i = 0; i < 40; i++) {
      wrong(ana);
      now = now.plus(Duration.ofHours(1));
    }
    wrong(ana);
    assertThat(lockout.locked(ana, Secret.PASSPHRASE)).isFalse();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(lockout.locked(ana, Secret.PASSWORD)).isTrue();
    now = now.plus(Duration.ofMinutes(2));
    assertThat(lockout.locked(ana, Secret.PASSWORD)).isFalse();
    assertThat(lockout.attempt(ana, Secret.PASSWORD, () -> true)).isEqualTo(Lockout.Outcome.RIGHT);
    wrong(ana);
    assertThat(lockout.locked(ana, Secret.PASSWORD)).isFalse();
  }

  @Test
  void lockout_endsHoweverOftenALockedAccountIsTried() {
    OfficerId ana = new OfficerId("ana");
    for (int i = 0; i < 5; i++) {
      wrong(ana);
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(lockout.attempt(ana, Secret.PASSWORD, () -> fail("nobody looks")))
          .isEqualTo(Lockout.Outcome.LOCKED);
    }
    now = now.plus(Duration.ofSeconds(31));
    assertThat(lockout.attempt(ana, Secret.PASSWORD, () -> true)).isEqualTo(Lockout.Outcome.RIGHT);
    assertThat(lockout.size()).isZero();
  }

  @Test
  void lockout_doesNotCountWhatCouldNotBeJudged() {
    OfficerId ana = new OfficerId("ana");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() ->
              lockout.attempt(
                  ana,
                  Secret.PASSWORD,
                  () -> {
                    throw new IllegalStateException("no database");
                  }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(lockout.size()).isZero();
  }

  @Test
  void lockout_judgesNoMoreGuessesAtOnceThanOneAfterTheOther() throws Exception {
    OfficerId ana = new OfficerId("ana");
    AtomicInteger judged = new AtomicInteger();
    wrongGuessesAtOnce(ana, judged);
    assertThat(judged).hasValue(5);
    now = now.plus(Duration.ofSeconds(31));
    wrongGuessesAtOnce(ana, judged);
    assertThat(judged).hasValue(6);
  }

  private void wrongGuessesAtOnce(OfficerId whose, AtomicInteger judged) throws Exception {
    atOnce(
        64,
        _ ->
            lockout.attempt(
                whose,
                Secret.PASSWORD,
                () -> {
                  judged.incrementAndGet();
                  Thread.onSpinWait();
                  return false;
                }));
  }

  @Test
  void lockout_letsEveryoneInWhoHasTheRightOneAtOnce() throws Exception {
    OfficerId ana = new OfficerId("ana");
    Queue<Lockout.Outcome> outcomes = new ConcurrentLinkedQueue<>();
    atOnce(64, _ -> outcomes.add(lockout.attempt(ana, Secret.PASSWORD, () -> true)));
    assertThat(outcomes).hasSize(64).containsOnly(Lockout.Outcome.RIGHT);
    assertThat(lockout.size()).isZero();
  }

  @Test
  void hashTurns_takesTwoAtATime() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    atOnce(
        32,
        _ ->
            TURNS.take(() -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              return now.decrementAndGet();
            }));
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void lockout_keepsALockedAccountHoweverManyOthersAreTried() {
    OfficerId ana = new OfficerId("ana");
    for (int i = 0; i < 5; i++) {
      wrong(ana);
    }
    for (int i = 0; i < 30_000; i++) {
      wrong(new OfficerId("other-" + i));
    }
    assertThat(lockout.locked(ana, Secret.PASSWORD)).isTrue();
  }

  private void wrong(OfficerId account) {
    assertThat(lockout.attempt(account, Secret.PASSWORD, () -> false))
        .isEqualTo(Lockout.Outcome.WRONG);
  }
}
