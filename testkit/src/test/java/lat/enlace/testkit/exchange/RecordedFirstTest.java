// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Stored;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Ground;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.ledger.KilledException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is recorded, and in which words, whatever is done (invariants I1, I3, I5 and I6).
class RecordedFirstTest {
  @Test
  void i1_everyStepOfTheRoadHasItsDecision() throws Exception {
    Story story = Story.begin(21);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    var item = story.disclose();
    story.read(item);
    ve.core().recalling().recall(ve.duty(), item, RecallAction.NARROW, "error", List.of());
    co.core()
        .whereabouts()
        .inquire(
            co.duty(),
            ve.id(),
            "HUM-1",
            "Convención",
            Story.PROBE,
            WhereaboutsBody.Inquiry.AskedBy.STATE);
    federation.settle();
    assertThat(told(co))
        .containsExactlyInAnyOrder(
            "asking question permit",
            "asking answer permit",
            "asking follow-up permit",
            "asking disclosure permit",
            "receiving reading permit",
            "asking reading permit",
            "receiving recall permit",
            "asking recall-outcome permit",
            "asking whereabouts permit");
    assertThat(told(ve))
        .containsExactlyInAnyOrder(
            "receiving question permit",
            "receiving follow-up permit",
            "asking reading permit",
            "receiving disclosure permit",
            "receiving reading permit",
            "asking recall permit",
            "receiving recall-outcome permit",
            "receiving whereabouts permit");
  }

  @Test
  void i1_aDecisionStandsBeforeWhatItPermits() throws Exception {
    Story story = Story.begin(21);
    Federation federation = story.federation();
    TestNode ve = federation.ve();
    var item = story.disclose();
    story.read(item);
    ve.core().recalling().recall(ve.duty(), item, RecallAction.NARROW, "error", List.of());
    story.followUp();
    ve.core().holding().refuse(ve.duty(), story.desk().getFirst().id(), RefusalCode.R4, "no");
    federation.settle();
    assertThat(decidedBefore(federation.co())).isGreaterThanOrEqualTo(5);
    assertThat(decidedBefore(ve)).isEqualTo(3);
  }

  /// How many dispatches of the node have a decision that names them; each stands before them.
  private static long decidedBefore(TestNode node) throws Exception {
    var entries = node.core().records().entries(node.rights(), 1000);
    long checked = 0;
    for (var sent : entries) {
      var first =
          entries.stream()
              .filter(one -> one.type().equals(EntryType.DECISION.code()))
              .filter(one -> one.about().stream().anyMatch(sent.about()::contains))
              .mapToLong(Records.EntryView::index)
              .min();
      if (sent.type().equals(EntryType.DISPATCH.code()) && first.isPresent()) {
        assertThat(first.getAsLong()).isLessThan(sent.index());
        checked++;
      }
    }
    return checked;
  }

  private static List<String> told(TestNode node) throws Exception {
    return decisions(node).stream()
        .map(one -> one.side() + " " + one.kind() + " " + one.outcome())
        .toList();
  }

  /// What the ledger commits to and nobody can open any more is lost to every court.
  @Test
  void i1_theLedgerTakesNothingThatTheDatabaseDoesNotHold() throws Exception {
    Story story = Story.begin(21);
    TestNode co = story.federation().co();
    long grown = 0;
    for (int gap = 0; gap < 5; gap++) {
      List<String> before = files(co);
      co.guillotine().killAfter(gap);
      assertThatThrownBy(story::ask).isInstanceOf(KilledException.class);
      if (!files(co).equals(before)) {
        assertThat(co.store().dump())
            .as("gap %d", gap)
            .anyMatch(row -> row.contains("PENDING group"));
        grown++;
      }
      co.crash(new SplittableRandom(gap));
      co.open();
    }
    assertThat(grown).isPositive();
  }

  private static List<String> files(TestNode node) {
    return node.log().list("").stream()
        .map(path -> path + " " + node.log().read(path).orElseThrow().hex())
        .toList();
  }

  @Test
  void i3_noErrorRepeatsWhatItWasGiven() throws Exception {
    Story story = Story.begin(21);
    TestNode co = story.federation().co();
    var holdings = co.core().holdings();
    silent(() ->
        holdings.put(co.analyst(), InvariantSteps.subject(Story.HELD, SubjectCategory.VICTIM)));
    AskForm odd =
        Forms.about(
            Story.PROBE, "Ana Ejemplo\n4711", Set.of(Ground.EVIDENCE), story.federation().ve());
    silent(() -> co.core().asking().ask(co.analyst(), odd));
    Bytes broken = Bytes.concat(Bytes.of(1), Bytes.utf8("{\"name\":\"Ana Ejemplo 4711\""));
    silent(() -> Stored.read(broken, Entity.class));
    String noSchema = "{\"id\":{\"value\":\"x\"},\"schema\":\"Ana Ejemplo\",\"statements\":[]}";
    silent(() -> Stored.read(Bytes.concat(Bytes.of(1), Bytes.utf8(noSchema)), Entity.class));
    assertThat(odd.toString()).doesNotContain("Ejemplo", "4711");
  }

  private static void silent(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfAny(ExchangeException.class, StoreException.class)
        .satisfies(thrown -> {
          for (Throwable one = thrown; one != null; one = one.getCause()) {
            assertThat(String.valueOf(one.getMessage())).doesNotContain("Ejemplo", "4711");
          }
        });
  }

  @Test
  void i3_noKeyNamesAnyone() throws Exception {
    Story story = Story.begin(21);
    TestNode ve = story.federation().ve();
    ve.core().holdings().protect(ve.rights(), Story.PROBE);
    story.ask();
    story.federation().settle();
    for (TestNode node : story.federation().nodes()) {
      assertThat(node.store().dump())
          .extracting(row -> row.substring(0, row.lastIndexOf(' ')))
          .noneMatch(key -> key.contains("Ejemplo") || key.contains("jmpl"));
    }
  }

  @Test
  void i3_entriesHaveOneLength() throws Exception {
    Story story = Story.begin(21);
    TestNode co = story.federation().co();
    story.disclose();
    long size = co.core().records().head().size();
    assertThat(size % 4).isZero();
    var view = new lat.enlace.ledger.LogReader(co.log()).at(size);
    assertThat(view.entries(0, size)).extracting(Bytes::size).containsOnly(33);
  }

  @Test
  void i5_comparingSearchingAndOpeningAPseudonymAreEntered() throws Exception {
    Story story = Story.begin(22);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.followUp();
    long before = count(ve, EntryType.READING);
    ve.core().holding().compare(ve.duty(), story.desk().getFirst().id());
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    CaseReference caseReference = new CaseReference("CASO-1");
    ve.core().holdings().search(ve.analyst(), Story.PROBE, caseReference, "búsqueda");
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 2);
    ve.release(story.desk().getFirst().id());
    story.federation().settle();
    var pseudonym = new OfficerPseudonym("A".repeat(43));
    long opened = count(co, EntryType.READING);
    assertThat(co.core().records().officerBehind(co.rights(), pseudonym)).isEmpty();
    assertThat(count(co, EntryType.READING)).isEqualTo(opened + 1);
    for (var other : List.of(co.duty(), co.analyst(), co.auditor(), co.operator())) {
      assertThatThrownBy(() -> co.core().records().officerBehind(other, pseudonym))
          .isInstanceOf(ExchangeException.class);
    }
  }

  @Test
  void i5_noTwoPartnersKnowAnOfficerByTheSamePseudonym() throws Exception {
    Story story = Story.begin(22);
    Federation federation = story.federation();
    TestNode co = federation.co();
    co.core()
        .asking()
        .ask(co.analyst(), Forms.lawful(Story.PROBE, federation.ve(), federation.ec()));
    assertThat(pseudonym(co, federation.ve())).isNotEqualTo(pseudonym(co, federation.ec()));
  }

  @Test
  void i3_aPseudonymSaysNothingWithoutTheSecretOfItsNode() {
    assertThat(new Pseudonyms(Bytes.utf8("one secret")).keyed("co.analista"))
        .isNotEqualTo(new Pseudonyms(Bytes.utf8("another")).keyed("co.analista"));
  }

  private static OfficerPseudonym pseudonym(TestNode from, TestNode to) throws Exception {
    var opened =
        lat.enlace.wire.seal.Sealer.open(
            lat.enlace.wire.seal.SealedBatch.parse(next(from, to).envelope()),
            from.id(),
            to.keys().sealingKeys().getFirst());
    Bytes content = opened.batch().extract().entries().getFirst().content();
    return lat.enlace.wire.dispatch.DispatchCodec.decode(content).header().sender().officer();
  }

  /// What was finished must not be finished again over what came after it.
  @Test
  void i6_aGroupThatIsWholeIsPendingNoMore() throws Exception {
    Story story = Story.begin(23);
    TestNode co = story.federation().co();
    co.guillotine().killAfter(3);
    assertThatThrownBy(story::ask).isInstanceOf(KilledException.class);
    assertThat(co.store().dump()).anyMatch(row -> row.contains("PENDING group"));
    co.crash(new SplittableRandom(3));
    co.open();
    assertThat(co.store().dump()).noneMatch(row -> row.contains("PENDING group"));
    story.ask();
    assertThat(co.store().dump()).noneMatch(row -> row.contains("PENDING group"));
  }

  @Test
  void i6_aLedgerBehindItsDatabaseIsNotGoneOnWith() throws Exception {
    Story story = Story.begin(23);
    TestNode co = story.federation().co();
    TestNode.Backup before = co.backup();
    story.ask();
    co.restore(new TestNode.Backup(co.backup().store(), before.log()));
    assertThatThrownBy(co::open)
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.UNAVAILABLE));
  }

  @Test
  void i6_aPendingGroupIsNotFinishedOnAnotherHistory() throws Exception {
    Story story = Story.begin(23);
    TestNode co = story.federation().co();
    TestNode.Backup before = co.backup();
    co.guillotine().killAfter(2);
    assertThatThrownBy(story::ask).isInstanceOf(KilledException.class);
    TestNode.Backup pending = new TestNode.Backup(co.backup().store(), before.log());
    co.guillotine().rest();
    co.restore(before);
    co.open();
    story.ask();
    co.restore(new TestNode.Backup(pending.store(), co.backup().log()));
    assertThatThrownBy(co::open).isInstanceOf(ExchangeException.class);
    co.restore(pending);
    co.open();
    assertThat(co.core().asking().asked(co.analyst())).hasSize(1);
  }
}
