// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Recalling.RecallView;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.people.People;
import lat.enlace.wire.dispatch.DispatchCodec;
import lat.enlace.wire.seal.OpenedBatch;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import org.junit.jupiter.api.Test;

/// An id stands for one dispatch for ever: a partner that gives it to a second one changes nothing.
class ReusedIdsTest {
  @Test
  void question_isNotReplacedBehindTheOfficerWhoCompared() throws Exception {
    Story story = Story.begin(10);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    Dispatch question = sent(co, ve);
    story.federation().settle();
    story.followUpOn(asked);
    var followUp = story.desk().getFirst().id();
    ve.core().holding().compare(ve.duty(), followUp);

    HitBody.Question first = (HitBody.Question) question.body();
    forge(
        co,
        ve,
        question.header(),
        new HitBody.Question(
            People.person("probe", "Otra Persona Distinta", "1950-01-01", 0),
            first.category(),
            first.stage(),
            first.grounds(),
            Set.of(DataCategory.ADDRESS, DataCategory.DOCUMENT),
            first.reason()));
    story.federation().settle();
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("ID_REUSED"));

    ve.release(followUp);
    story.federation().settle();
    ItemId item = story.now(asked).item().getFirst();
    assertThat(story.read(item).entity().values(Property.ADDRESS)).isEmpty();
    assertThat(story.read(item).entity().values(Property.NAME)).isNotEmpty();
  }

  @Test
  void recall_ofOursIsNotReplacedByOneOfTheirs() throws Exception {
    Story story = Story.begin(8);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ItemId item = story.disclose();
    var recall =
        ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    story.federation().settle();
    inquire(co, ve);
    Header like = sent(co, ve).header();
    Header lie =
        new Header(
            recall.id(),
            DispatchKind.RECALL,
            like.version(),
            like.from(),
            like.to(),
            like.sender(),
            like.basis(),
            like.handling(),
            like.urgency(),
            like.created(),
            like.language());
    forge(co, ve, lie, new ItemBody.Recall(item, RecallAction.ERASE, "x", List.of()));
    story.federation().settle();
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("ID_REUSED"));

    RecallView ours = ve.core().recalling().recalls(ve.duty()).getFirst();
    assertThat(ours.id()).isEqualTo(recall.id());
    assertThat(ours.sent()).isTrue();
    assertThat(ours.state()).isEqualTo(RecallView.State.ACTED);
  }

  @Test
  void answer_andDisclosure_areTakenOnceAndInTheirTurn() throws Exception {
    Story story = Story.begin(9);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    Header like = sent(co, ve).header();
    story.federation().deliver(co, ve);
    TestNode ec = story.federation().ec();
    co.core().asking().ask(co.analyst(), Forms.lawful(Story.PROBE, ec));
    Basis withEcuador = sent(co, ec).header().basis();
    HitBody.Answer nobody = new HitBody.Answer(asked.id(), new HitBody.Outcome.NoHit());
    Forged.dispatch(ec, co, withEcuador, nobody, AgencyKind.POLICE);
    story.federation().deliver(ec, co);
    assertThat(story.now(asked).state()).as("an answer of another").isEqualTo(State.DELIVERED);
    story.federation().settle();
    AskedQuestion hit = story.now(asked);
    assertThat(again(story, asked, like, nobody)).isEqualTo(hit);
    story.followUpOn(asked);
    DispatchId followUp = story.desk().getFirst().id();
    ve.release(followUp);
    story.federation().settle();
    AskedQuestion disclosed = story.now(asked);
    HitBody.Disclosure second =
        new HitBody.Disclosure(followUp, new ItemId("ve-ffffffffffffffffffffffff"), Story.HELD);
    assertThat(again(story, asked, like, second)).isEqualTo(disclosed);
    assertThat(again(story, asked, like, new HitBody.Refusal(followUp, RefusalCode.R4, "no")))
        .isEqualTo(disclosed);
    assertThat(decisions(co))
        .filteredOn(one -> one.reasons().contains("UNKNOWN_REFERENCE"))
        .hasSize(4);
  }

  /// What a holder did with a recall it says once: nothing that it sends later takes it back.
  @Test
  void recallOutcome_isTakenOnce() throws Exception {
    Story story = Story.begin(9);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ItemId item = story.disclose();
    var recall =
        ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    story.federation().settle();
    Basis basis = new Basis.Humanitarian(new CaseReference("CASO-2026-0001"), "Ley inventada");
    for (ItemBody.RecallOutcome.Act act : ItemBody.RecallOutcome.Act.values()) {
      Body second = new ItemBody.RecallOutcome(recall.id(), act, "");
      Forged.dispatch(co, ve, basis, second, AgencyKind.POLICE);
      story.federation().settle();
      assertThat(ve.core().recalling().recalls(ve.duty()).getFirst().state())
          .isEqualTo(RecallView.State.ACTED);
    }
    assertThat(decisions(ve))
        .filteredOn(one -> one.reasons().contains("UNKNOWN_REFERENCE"))
        .hasSize(ItemBody.RecallOutcome.Act.values().length);
  }

  /// What was read and may be recalled under an id is not replaced by the answer to something else.
  @Test
  void item_isNotReplacedByAnotherUnderItsId() throws Exception {
    Story story = Story.begin(9);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    Header like = sent(co, ve).header();
    story.federation().settle();
    ItemId item = story.disclose();
    var before = story.read(item).entity();
    AskedQuestion asked = story.followUp();
    DispatchId followUp = story.desk().getFirst().id();
    Body again =
        new HitBody.Disclosure(
            followUp, item, People.person("ve-2", "Otra Persona Distinta", "1950-01-01", 0));
    assertThat(again(story, asked, like, again).item()).isEmpty();
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains("ID_REUSED"));
    assertThat(story.read(item).entity()).isEqualTo(before);
  }

  /// A refusal with a code stands in the ledger (invariant I11).
  @Test
  void outcomeOfNothing_isRefusedOnTheRecord() throws Exception {
    Story story = Story.begin(9);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    DispatchId never = DispatchId.of(co.clock().now(), 1, 2);
    var outcome = new ItemBody.RecallOutcome(never, ItemBody.RecallOutcome.Act.ACTED, "");
    Basis basis = new Basis.Humanitarian(new CaseReference("HUM-1"), "Ley inventada");
    Forged.dispatch(ve, co, basis, outcome, AgencyKind.POLICE);
    story.federation().settle();
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains("UNKNOWN_REFERENCE"));
  }

  /// Venezuela sends what its core would not send; the question as Colombia sees it afterwards.
  private static AskedQuestion again(Story story, AskedQuestion asked, Header like, Body body)
      throws Exception {
    TestNode ve = story.federation().ve();
    Forged.dispatch(ve, story.federation().co(), like.basis(), body, AgencyKind.POLICE);
    story.federation().settle();
    return story.now(asked);
  }

  /// The liar writes what it likes into its own ledger, properly.
  private static void forge(TestNode liar, TestNode to, Header header, Body body) throws Exception {
    liar.crash(new SplittableRandom(1));
    Journal journal = Journal.open(liar.ports());
    Work work = journal.begin();
    Dispatch lie = new Dispatch(header, body);
    work.enter(Draft.sent(DispatchCodec.encode(lie), header.id(), to.id()));
    journal.commit(work);
    journal.close();
    liar.open();
  }

  private static Dispatch sent(TestNode from, TestNode to) throws Exception {
    OpenedBatch batch =
        Sealer.open(
            SealedBatch.parse(next(from, to).envelope()),
            from.id(),
            to.keys().sealingKeys().getFirst());
    return DispatchCodec.decode(batch.batch().extract().entries().getLast().content());
  }
}
