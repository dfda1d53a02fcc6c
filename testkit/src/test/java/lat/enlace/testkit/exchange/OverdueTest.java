// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Overdue;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.dispatch.WhereaboutsBody;
import org.junit.jupiter.api.Test;

/// What is owed beyond its clock shows, is counted and is entered once, until it is done after all
/// (docs/spec/exchange.md, "Clocks"); counts of questions are forgotten in time ("Budgets").
class OverdueTest {
  private final Story story = begin();
  private final TestNode co = story.federation().co();
  private final TestNode ve = story.federation().ve();

  @Test
  void overdue_aFollowUpShowsAtBothNodesUntilItIsReleased() throws Exception {
    AskedQuestion asked = story.followUp();
    Instant due = story.now(asked).due();
    assertThat(story.now(asked).overdue(due.minusMillis(1))).isFalse();
    assertThat(co.core().overdue()).isEqualTo(Overdue.NONE);
    later(Duration.ofDays(3));

    assertThat(story.now(asked).overdue(due)).isTrue();
    assertThat(story.desk().getFirst().overdue(now())).isTrue();
    assertThat(co.core().overdue()).isEqualTo(new Overdue(1, 0, 0, 0, 0, 0));
    assertThat(ve.core().overdue()).isEqualTo(new Overdue(0, 0, 1, 0, 0, 0));

    ve.release(story.desk().getFirst().id());
    story.federation().settle();
    later(Duration.ofMinutes(2));
    assertThat(story.now(asked).overdue(now())).isFalse();
    assertThat(story.desk()).noneMatch(held -> held.overdue(now()));
    assertThat(co.core().overdue()).isEqualTo(Overdue.NONE);
    assertThat(ve.core().overdue()).isEqualTo(Overdue.NONE);
    assertThat(count(co, EntryType.OVERDUE)).isEqualTo(1);
    assertThat(count(ve, EntryType.OVERDUE)).isEqualTo(1);
  }

  @Test
  void overdue_isKnownAfterARestartAndEnteredNoSecondTime() throws Exception {
    story.followUp();
    later(Duration.ofDays(3));
    co.crash(new SplittableRandom(1));
    co.open();
    later(Duration.ofDays(3));

    assertThat(co.core().overdue()).isEqualTo(new Overdue(1, 0, 0, 0, 0, 0));
    assertThat(count(co, EntryType.OVERDUE)).isEqualTo(1);
  }

  @Test
  void overdue_anInquiryIsCountedAtBothNodesUntilTheReply() throws Exception {
    var inquiry = inquire(co, ve);
    story.federation().settle();
    later(Duration.ofDays(4));
    assertThat(co.core().overdue().inquiries()).isEqualTo(1);
    assertThat(ve.core().overdue().inquiries()).isEqualTo(1);
    assertThat(co.core().whereabouts().inquiries(co.duty())).allMatch(one -> one.overdue(now()));

    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.NOT_HELD, "");
    story.federation().settle();
    assertThat(co.core().overdue()).isEqualTo(Overdue.NONE);
    assertThat(co.core().whereabouts().inquiries(co.duty())).noneMatch(one -> one.overdue(now()));
  }

  @Test
  void overdue_aQuestionBeyondItsBudgetWaitsForAPersonAndIsCounted() throws Exception {
    for (int i = 0; i < 6; i++) {
      story.ask();
    }
    story.federation().settle();
    later(Duration.ofDays(1));

    assertThat(ve.core().overdue().admissions()).isEqualTo(1);
    assertThat(ve.core().holding().questions(ve.authority()))
        .singleElement()
        .matches(held -> held.overdue(now()));
  }

  @Test
  void tick_forgetsCountsAfterAYear_andNotBefore() throws Exception {
    story.ask();
    story.federation().settle();
    int counted = counts();
    assertThat(counted).isPositive();
    later(Duration.ofDays(365));
    assertThat(counts()).isEqualTo(counted);
    later(Duration.ofDays(1));
    assertThat(counts()).isZero();
  }

  private int counts() {
    return ve.store().read(view -> view.scan(Store.Space.QUOTA, "", "", Integer.MAX_VALUE)).size();
  }

  private Instant now() {
    return story.federation().world().now();
  }

  private void later(Duration time) throws ExchangeException {
    story.federation().world().pass(time);
    co.core().links().tick();
    ve.core().links().tick();
  }

  private static Story begin() {
    try {
      return Story.begin(62);
    } catch (ExchangeException e) {
      throw new AssertionError(e);
    }
  }
}
