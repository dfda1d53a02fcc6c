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
import lat.enlace.exchange.Recalling.RecallView;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
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

    Body.Question first = (Body.Question) question.body();
    forge(
        co,
        ve,
        question.header(),
        new Body.Question(
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
    forge(co, ve, lie, new Body.Recall(item, RecallAction.ERASE, "x", List.of()));
    story.federation().settle();
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("ID_REUSED"));

    RecallView ours = ve.core().recalling().recalls(ve.duty()).getFirst();
    assertThat(ours.id()).isEqualTo(recall.id());
    assertThat(ours.sent()).isTrue();
    assertThat(ours.state()).isEqualTo(RecallView.State.ACTED);
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
