// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lat.enlace.exchange.Asking.ReadItem;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records.Why;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// What a partner disclosed is erased on the day the agreement says (docs/spec/handling.md,
/// "Retention"). The agreement keeps three years, and telephones and accounts one.
class RetentionTest {
  private static final ClauseId THREE_YEARS = new ClauseId("art-5.1");
  private static final ClauseId ONE_YEAR = new ClauseId("art-5.2");
  private static final Duration DAY = Duration.ofDays(1);

  /// From the receipt of the item, at eight in the morning, to the first moment of the day.
  private static final Duration TO_THE_LAST_DAY = Duration.ofDays(1095).minusHours(8);

  private static final Duration TO_ONE_YEAR = Duration.ofDays(365).minusHours(8);
  private static final Pattern BASE64 =
      Pattern.compile(
          "(?<=\")(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?=\")");
  private static final String NUMBER = "4711";
  private static final String CORRECTED = "909090";

  private final Story story = begin();
  private final Federation federation = story.federation();
  private final TestNode co = federation.co();
  private final TestNode ve = federation.ve();

  @Test
  void tick_keepsTheDayBeforeAndErasesOnTheDay() throws Exception {
    ItemId item = story.disclose();
    DispatchId disclosure = newest(ve, EntryType.DISPATCH);
    later(TO_THE_LAST_DAY.minus(Duration.ofSeconds(1)));
    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).containsExactly(NUMBER);
    assertThat(kept()).contains(NUMBER);
    assertThat(count(co, EntryType.ERASURE)).isZero();

    later(Duration.ofSeconds(1));
    assertGone(item);
    later(DAY);
    assertThat(count(co, EntryType.ERASURE)).isEqualTo(1);
    assertThat(co.core().records().proveReceived(co.auditor(), disclosure)).isPresent();
    assertThatThrownBy(() -> open(disclosure)).satisfies(RetentionTest::notFound);
  }

  @Test
  void read_namesTheDayAndTheClause() throws Exception {
    ItemId item = story.disclose();
    LocalDate day = LocalDate.of(2029, 11, 21);

    assertThat(story.read(item).expiries())
        .containsExactly(
            new Expiry(DataCategory.IDENTITY, day, THREE_YEARS, 1095),
            new Expiry(DataCategory.DOCUMENT, day, THREE_YEARS, 1095));
  }

  @Test
  void read_isRefusedFromTheDayOnEvenBeforeTheClockTicks() throws Exception {
    ItemId item = story.disclose();
    federation.world().pass(TO_THE_LAST_DAY);

    assertThatThrownBy(() -> story.read(item)).satisfies(RetentionTest::notFound);
  }

  @Test
  void tick_killedAtAnyGap_erasesOnceAllTheSame() throws Exception {
    ItemId item = story.disclose();
    federation.world().pass(TO_THE_LAST_DAY);
    TestNode.Backup before = co.backup();
    int killed = 0;
    for (int gap = 0; gap < 12; gap++) {
      co.restore(before);
      co.open();
      co.guillotine().killAfter(gap);
      try {
        co.core().links().tick();
      } catch (KilledException e) {
        killed++;
        co.crash(new SplittableRandom(gap));
        co.open();
      }
      co.guillotine().rest();
      co.core().links().tick();

      assertGone(item);
      assertThat(count(co, EntryType.ERASURE)).as("gap %d", gap).isEqualTo(1);
      assertThat(Fsck.check(co.log().copy(), co.keys().logSigner().keys().all()).findings())
          .isEmpty();
    }
    assertThat(killed).isGreaterThan(3);
  }

  @Test
  void tick_afterAClockJump_erasesOnceAndStaysErased() throws Exception {
    ItemId item = story.disclose();
    co.clock().skew(Duration.ofDays(20_000));
    co.core().links().tick();
    co.clock().skew(Duration.ZERO);
    assertGone(item);
    later(TO_THE_LAST_DAY.plus(DAY));

    assertGone(item);
    assertThat(count(co, EntryType.ERASURE)).isEqualTo(1);
  }

  @Test
  void tick_anItemErasedByRecall_hasNothingLeftToErase() throws Exception {
    ItemId item = story.disclose();
    assertThat(story.recall(item, RecallAction.ERASE)).isEqualTo(Recalling.RecallView.State.ACTED);
    assertGone(item);
    later(TO_THE_LAST_DAY);

    assertThat(count(co, EntryType.ERASURE)).isEqualTo(1);
  }

  @Test
  void tick_anItemWithdrawn_losesItsBytesOnTheDay() throws Exception {
    ItemId item = story.disclose();
    story.recall(item, RecallAction.WITHDRAW);
    assertThat(kept()).contains(NUMBER);
    later(TO_THE_LAST_DAY);

    assertGone(item);
    assertThat(count(co, EntryType.ERASURE)).isEqualTo(2);
  }

  @Test
  void tick_anItemCorrected_losesTheCorrectionToo() throws Exception {
    ItemId item = story.disclose();
    story.recall(item, RecallAction.CORRECT, corrected());
    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).contains(CORRECTED);
    assertThat(kept()).contains(CORRECTED).doesNotContain(NUMBER);
    later(TO_THE_LAST_DAY);

    assertGone(item);
    assertThat(kept()).doesNotContain(CORRECTED);
  }

  @Test
  void recall_ofWhatWasErased_bringsNothingBack() throws Exception {
    ItemId item = story.disclose();
    story.recall(item, RecallAction.ERASE);

    assertThat(story.recall(item, RecallAction.CORRECT, corrected()))
        .isEqualTo(Recalling.RecallView.State.NOT_HELD);
    assertGone(item);
    assertThat(kept()).doesNotContain(CORRECTED);
  }

  @Test
  void tick_severalCategories_eachGoesOnItsDayByTheShortestTermThatNamesIt() throws Exception {
    keepDocumentsOneYear();
    ItemId item = story.disclose();
    DispatchId disclosure = newest(ve, EntryType.DISPATCH);
    LocalDate oneYear = LocalDate.of(2027, 11, 22);
    assertThat(story.read(item).expiries())
        .startsWith(new Expiry(DataCategory.DOCUMENT, oneYear, ONE_YEAR, 0));
    later(TO_ONE_YEAR);

    ReadItem left = story.read(item);
    assertThat(left.entity().values(Property.NAME)).contains("Ana Ejemplo Prueba");
    assertThat(left.entity().values(Property.ID_NUMBER)).isEmpty();
    assertThat(left.expiries()).extracting(Expiry::clause).containsExactly(THREE_YEARS);
    assertThat(kept()).doesNotContain(NUMBER);
    assertThatThrownBy(() -> open(disclosure)).satisfies(RetentionTest::notFound);
    later(TO_THE_LAST_DAY.minus(TO_ONE_YEAR));

    assertGone(item);
    assertThat(count(co, EntryType.ERASURE)).isEqualTo(2);
  }

  @Test
  void tick_afterAPartOfItEnded_aCorrectionDoesNotBringThatPartBack() throws Exception {
    keepDocumentsOneYear();
    ItemId item = story.disclose();
    co.clock().skew(TO_ONE_YEAR);
    co.core().links().tick();
    co.clock().skew(Duration.ZERO);
    story.recall(item, RecallAction.CORRECT, corrected());
    co.clock().skew(TO_ONE_YEAR);
    co.core().links().tick();

    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).isEmpty();
    assertThat(kept()).doesNotContain(CORRECTED);
  }

  private void assertGone(ItemId item) throws Exception {
    assertThatThrownBy(() -> story.read(item)).satisfies(RetentionTest::notFound);
    assertThat(kept()).doesNotContain(NUMBER);
  }

  private static void notFound(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_FOUND));
  }

  /// All that the database of Colombia holds, the bytes that stand in it as base64 too.
  private String kept() throws Exception {
    String rows = InvariantSteps.plain(co);
    StringBuilder all = new StringBuilder(rows);
    BASE64
        .matcher(rows)
        .results()
        .map(MatchResult::group)
        .forEach(text -> all.append(new String(decoded(text), StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private void later(Duration time) throws ExchangeException {
    federation.world().pass(time);
    co.core().links().tick();
  }

  private void open(DispatchId disclosure) throws ExchangeException {
    Why why = new Why(new CaseReference("CASO-2026-0001"), "para el tribunal");
    co.core().records().openReceived(co.analyst(), disclosure, why);
  }

  private static Entity corrected() {
    return People.person("ve-1", "Ana Ejemplo Prueba", "1980-02-03", Long.parseLong(CORRECTED));
  }

  /// Both clauses name documents then.
  private void keepDocumentsOneYear() throws ExchangeException {
    var amended =
        Federation.signed(
            "co-ve",
            co,
            ve,
            text ->
                text.replace("version: 1\n", "version: 2\n")
                    .replace(
                        "data: [phone, account], days", "data: [phone, account, document], days"));
    for (TestNode node : List.of(co, ve)) {
      node.core().standings().adopt(node.operator(), amended);
    }
  }

  private static Story begin() {
    try {
      return Story.begin(61);
    } catch (ExchangeException e) {
      throw new AssertionError(e);
    }
  }
}
