// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.forked;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.wire.seal.SealContext;
import lat.enlace.wire.seal.SealedBatch;
import org.junit.jupiter.api.Test;

/// What a link does with a partner that lies, and with too many questions.
class LinkFaultsTest {
  @Test
  void link_refusesAForkKeepsBothHeadsAndSuspends() throws Exception {
    Story story = Story.begin(16);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    TestNode.Backup before = co.backup();
    story.ask();
    federation.settle();
    co.restore(before);
    co.open();
    for (int i = 0; i < 12; i++) {
      story.ask();
    }
    assertThat(forked(federation, co, ve)).isEqualTo("FORK");
    assertThat(ve.core().links().health().getFirst().evidence()).isTrue();
    AskedQuestion back =
        ve.core().asking().ask(ve.analyst(), Forms.lawful(Story.PROBE, co)).getFirst();
    assertThat(back.state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void link_marksNothingOnSomeoneElsesReceipt() throws Exception {
    Story story = Story.begin(17);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion first = story.ask();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    AskedQuestion second = story.ask();
    Links.Outgoing both = next(co, ve);
    assertThatThrownBy(() -> co.core().links().delivered(both, ack))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.WRONG_RECEIPT));
    assertThat(story.now(first).state()).isEqualTo(State.QUEUED);
    assertThat(story.now(second).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void link_rolledBackNodeStopsWhenAPartnerHasSeenMore() throws Exception {
    Story story = Story.begin(18);
    TestNode co = story.federation().co();
    TestNode.Backup before = co.backup();
    story.followUp();
    co.restore(before);
    co.open();
    story.ask();
    TestNode ve = story.federation().ve();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    co.core().links().delivered(out, ack);
    assertThat(co.core().links().mustAskForHead(ve.id())).isTrue();
    Bytes head = ve.core().links().headSeen(co.id()).orElseThrow();
    assertThatThrownBy(() -> co.core().links().headShown(ve.id(), head))
        .isInstanceOf(ExchangeException.class);
    assertThatThrownBy(story::ask).isInstanceOf(ExchangeException.class);
  }

  @Test
  void link_partsWhatRestsOnMoreInstrumentsThanABatchMayName() throws Exception {
    Story story = Story.begin(21);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    List<AskedQuestion> asked = new ArrayList<>();
    asked.add(story.ask());
    for (char next = 'q'; next > 'q' - SealContext.MAX_INSTRUMENTS; next--) {
      // Of instruments that permit alike the first by id is taken.
      String id = "co-ve-2026-another-" + next;
      SignedInstrument signed = Federation.another(id, co, ve);
      co.core().standings().adopt(co.operator(), signed);
      ve.core().standings().adopt(ve.operator(), signed);
      asked.add(story.ask());
    }
    assertThat(asked).allMatch(one -> one.state() == State.QUEUED);
    Links.Outgoing first = next(co, ve);
    assertThat(SealedBatch.parse(first.envelope()).instruments())
        .hasSize(SealContext.MAX_INSTRUMENTS);
    story.federation().settle();
    for (AskedQuestion one : asked) {
      assertThat(story.now(one).state()).isNotEqualTo(State.QUEUED);
    }
  }

  @Test
  void quota_holdsVariationsOfOneQuestionForAPerson() throws Exception {
    Story story = Story.begin(19);
    TestNode ve = story.federation().ve();
    AskedQuestion last = story.ask();
    for (int i = 0; i < 6; i++) {
      last = story.ask();
    }
    story.federation().settle();
    assertThat(story.now(last).state()).isEqualTo(State.DELIVERED);
    var held = ve.core().holding().questions(ve.authority());
    assertThat(held).hasSize(2);
    InvariantSteps.admit(ve, ve.authority(), last.id());
    story.federation().settle();
    assertThat(story.now(last).state()).isEqualTo(State.HIT);
  }
}
