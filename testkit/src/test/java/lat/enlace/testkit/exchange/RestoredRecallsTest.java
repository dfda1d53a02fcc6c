// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LogRebuild;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.ledger.FaultyLogStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A database put back from before a recall, under the ledger of the mirror: before the node opens,
/// what was recalled is forgotten again.
class RestoredRecallsTest {
  private final Story story = Story.begin(61);
  private final Federation federation = story.federation();
  private final TestNode co = federation.co();
  private final TestNode ve = federation.ve();
  private final ItemId item = story.disclose();
  private final TestNode.Backup early = co.backup();

  RestoredRecallsTest() throws ExchangeException {}

  @ParameterizedTest
  @EnumSource(
      value = RecallAction.class,
      names = {"ERASE", "CORRECT", "WITHDRAW"})
  void forgetAgain_nothingIsShownThatWasRecalledAfterTheBackup(RecallAction action)
      throws Exception {
    recall(action);
    putBack();
    assertThat(story.read(item).entity().statements()).isNotEmpty();

    assertThat(co.core().recalling().forgetAgain()).isEqualTo(1);

    assertThatThrownBy(() -> story.read(item)).isInstanceOf(ExchangeException.class);
    assertThat(InvariantSteps.count(co, EntryType.ERASURE)).isEqualTo(1);
    assertThat(co.core().recalling().forgetAgain()).isZero();
  }

  @Test
  void forgetAgain_erasesTheBytesThatBroughtIt() throws Exception {
    recall(RecallAction.ERASE);
    putBack();
    assertThat(InvariantSteps.plain(co)).contains("\"4711\"");

    co.core().recalling().forgetAgain();

    assertThat(InvariantSteps.plain(co)).doesNotContain("\"4711\"");
  }

  @Test
  void forgetAgain_whatWasNarrowedStaysToBeRead() throws Exception {
    recall(RecallAction.NARROW);
    Handling narrow = story.read(item).handling();
    putBack();

    co.core().recalling().forgetAgain();

    assertThat(story.read(item).handling()).isEqualTo(narrow);
  }

  @Test
  void forgetAgain_leavesACorrectionThatTheBackupHas() throws Exception {
    recall(RecallAction.CORRECT);
    TestNode.Backup corrected = co.backup();
    co.restore(new TestNode.Backup(corrected.store(), rebuilt()));
    co.open();

    assertThat(co.core().recalling().forgetAgain()).isZero();

    assertThat(story.read(item).entity().statements()).isNotEmpty();
  }

  @Test
  void forgetAgain_erasesWhatIsDueBeforeTheNodeOpens() throws Exception {
    putBack();
    federation.world().pass(Duration.ofDays(4_000));

    co.core().recalling().forgetAgain();

    assertThatThrownBy(() -> story.read(item)).isInstanceOf(ExchangeException.class);
    assertThat(InvariantSteps.plain(co)).doesNotContain("\"4711\"");
  }

  @Test
  void mark_isNoDamageToTheLogAndSaysNothing() throws Exception {
    recall(RecallAction.ERASE);

    List<String> marks = co.log().list("erased");
    assertThat(marks).isNotEmpty().allMatch(path -> path.matches("erased/[0-9a-f]{64}"));
    assertThat(Fsck.check(rebuilt(), co.keys().logSigner().keys().all()).findings())
        .noneMatch(finding -> finding.path().startsWith("erased"));
    assertThat(rebuilt().list("erased")).isEqualTo(marks);
  }

  private void recall(RecallAction action) throws ExchangeException {
    List<Entity> other = action == RecallAction.CORRECT ? List.of(Story.CORRECTED) : List.of();
    ve.core().recalling().recall(ve.duty(), item, action, "error", other);
    federation.settle();
  }

  /// The database of the backup and the ledger that its mirror gives.
  private void putBack() throws Exception {
    co.restore(new TestNode.Backup(early.store(), rebuilt()));
    co.open();
  }

  private FaultyLogStorage rebuilt() throws Exception {
    FaultyLogStorage fresh = new FaultyLogStorage();
    LogRebuild.rebuild(co.log().crash(new SplittableRandom(1)), fresh);
    return fresh;
  }
}
