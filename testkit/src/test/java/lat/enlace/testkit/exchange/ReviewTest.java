// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lat.enlace.exchange.Asking.DueItem;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Officer;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person renews what a partner disclosed before its day, or it is erased (docs/spec/handling.md,
/// "Review"). The agreement lets three years be renewed, and one year of telephones and accounts
/// not.
class ReviewTest {
  private static final CaseReference CASE = new CaseReference("CASO-2026-0001");
  private static final String NUMBER = "4711";
  private static final LocalDate FIRST = LocalDate.of(2029, 11, 21);
  private static final LocalDate SECOND = FIRST.plusDays(1095);

  /// From the receipt, at eight in the morning, to the first moment of the first day of review.
  private static final Duration TO_THE_REVIEW = Duration.ofDays(1065).minusHours(8);

  private Story story;
  private Federation federation;
  private TestNode co;

  @BeforeEach
  void begin() throws ExchangeException {
    story = Story.begin(62);
    federation = story.federation();
    co = federation.co();
  }

  @Test
  void due_namesWhatEndsWithinThirtyDaysAndMayBeRenewed() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW.minus(Duration.ofSeconds(1)));
    assertThat(due(co.analyst())).isEmpty();

    later(Duration.ofSeconds(1));

    DueItem due = due(co.analyst()).getFirst();
    assertThat(due.item()).isEqualTo(item);
    assertThat(due.caseReference()).isEqualTo(CASE);
    assertThat(due.expiries()).extracting(Expiry::day).containsOnly(FIRST);
    assertThat(due(co.operator())).isEmpty();
    assertThat(due(co.auditor())).isEmpty();
  }

  @Test
  void renew_isOverOnceTheAgreementHasEnded() throws Exception {
    ItemId item = story.disclose();
    TestNode ve = federation.ve();
    ve.core()
        .standings()
        .withdraw(ve.authority(), new InstrumentId("co-ve-2026-cooperation"), "Ley 3");
    federation.settle();
    later(TO_THE_REVIEW);

    assertThat(due(co.analyst())).isEmpty();
    assertThatThrownBy(() -> renew(item)).satisfies(thrown -> is(thrown, Code.WRONG_STATE));
    assertThat(story.read(item).expiries()).extracting(Expiry::day).containsOnly(FIRST);
  }

  @Test
  void renew_keepsTheItemForAsLongAgainAndThenErasesIt() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW);

    assertThat(renew(item)).extracting(Expiry::day).containsOnly(SECOND);

    assertThat(due(co.analyst())).isEmpty();
    later(Duration.ofDays(31));
    assertThat(story.read(item).expiries()).extracting(Expiry::day).containsOnly(SECOND);
    assertThat(InvariantSteps.plain(co)).contains(NUMBER);
    later(Duration.ofDays(1094));
    assertThatThrownBy(() -> story.read(item)).satisfies(thrown -> is(thrown, Code.NOT_FOUND));
  }

  @Test
  void renew_mayBeDoneEachTimeItsDayDrawsNear() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW);
    renew(item);
    later(Duration.ofDays(1095));

    assertThat(renew(item)).extracting(Expiry::day).containsOnly(SECOND.plusDays(1095));
  }

  @Test
  void renew_earlierIsNoReview() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW.minus(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> renew(item)).satisfies(thrown -> is(thrown, Code.WRONG_STATE));
    later(Duration.ofSeconds(1));
    renew(item);
    assertThatThrownBy(() -> renew(item)).satisfies(thrown -> is(thrown, Code.WRONG_STATE));
  }

  @Test
  void renew_onTheDayIsTooLate() throws Exception {
    ItemId item = story.disclose();
    federation.world().pass(TO_THE_REVIEW.plus(Duration.ofDays(30)));

    assertThatThrownBy(() -> renew(item)).satisfies(thrown -> is(thrown, Code.NOT_FOUND));
  }

  @Test
  void renew_isEnteredAndReportedAsAReading() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW);
    long judgements = count(co, EntryType.JUDGEMENT);
    long readings = count(co, EntryType.READING);
    long sent = count(co, EntryType.DISPATCH);

    renew(item);

    assertThat(count(co, EntryType.JUDGEMENT)).isEqualTo(judgements + 1);
    assertThat(count(co, EntryType.READING)).isEqualTo(readings + 1);
    assertThat(count(co, EntryType.DISPATCH)).isEqualTo(sent + 1);
  }

  @Test
  void renew_withoutReasonOrForAnotherCaseOrByAnotherChangesNothing() throws Exception {
    ItemId item = story.disclose();
    later(TO_THE_REVIEW);

    assertThatThrownBy(() -> co.core().asking().renew(co.analyst(), item, CASE, " "))
        .satisfies(thrown -> is(thrown, Code.INVALID_FORM));
    CaseReference other = new CaseReference("OTRO-1");
    assertThatThrownBy(() -> co.core().asking().renew(co.analyst(), item, other, "x"))
        .satisfies(thrown -> is(thrown, Code.REFUSED));
    assertThatThrownBy(() -> co.core().asking().renew(co.operator(), item, CASE, "x"))
        .satisfies(thrown -> is(thrown, Code.ROLE_MISSING));
    assertThatThrownBy(
            () -> co.core().asking().renew(co.analyst(), new ItemId("ve-nothing"), CASE, "x"))
        .satisfies(thrown -> is(thrown, Code.NOT_FOUND));
    assertThat(due(co.analyst()).getFirst().expiries()).extracting(Expiry::day).containsOnly(FIRST);
  }

  @Test
  void recall_endsWhatWasRenewed() throws Exception {
    ItemId item = story.disclose();
    co.clock().skew(TO_THE_REVIEW);
    renew(item);
    co.clock().skew(Duration.ZERO);

    story.recall(item, RecallAction.ERASE);

    assertThatThrownBy(() -> story.read(item)).satisfies(thrown -> is(thrown, Code.NOT_FOUND));
    assertThat(InvariantSteps.plain(co)).doesNotContain(NUMBER);
  }

  /// Of a clause that says nothing of renewal.
  @Test
  void expiry_ofAClauseWithoutRenewalIsNeverRenewable() {
    Expiry strict = new Expiry(DataCategory.PHONE, FIRST, new ClauseId("art-5.2"), 0);
    assertThat(strict.renewable(FIRST.minusDays(1))).isFalse();
  }

  private List<DueItem> due(Officer by) {
    return co.core().asking().due(by);
  }

  private List<Expiry> renew(ItemId item) throws ExchangeException {
    return co.core().asking().renew(co.analyst(), item, CASE, "el juicio sigue");
  }

  private void later(Duration time) throws ExchangeException {
    federation.world().pass(time);
    co.core().links().tick();
  }

  private static void is(Throwable thrown, Code code) {
    assertThat(thrown)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
