// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static lat.enlace.testkit.exchange.RequestStory.gives;
import static lat.enlace.testkit.exchange.RequestStory.known;
import static lat.enlace.testkit.exchange.RequestStory.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.Replying.ReplyForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Whom a state protects cannot be told from whom it does not hold: by the asker, by his node, nor
/// by the officers of that state who may not know (invariant I13).
class SealedRequestsTest {
  @Test
  void reply_aboutSomeoneSealedIsTheOneOfAStateThatHoldsNothing() throws Exception {
    assertThat(seen(true)).isEqualTo(seen(false));
  }

  /// What Colombia can see of a reply: of an officer who gives data of somebody sealed, or of one
  /// who holds nothing.
  private static List<String> seen(boolean sealed) throws Exception {
    RequestStory story = RequestStory.begin(41);
    TestNode co = story.co();
    TestNode ve = story.ve();
    if (sealed) {
      seal(ve);
    } else {
      ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(People.any(9)));
    }
    SentRequest sent = story.send(story.identity());
    ve.core().replying().open(ve.duty(), sent.id());
    story.federation().settle();
    ReplyForm form = sealed ? gives(true, known()) : refuses(RefusalCode.R1, "");
    ve.core().replying().reply(ve.duty(), sent.id(), form);
    List<String> seen = new ArrayList<>();
    Links.Outgoing out = next(ve, co);
    seen.add(out.count() + " of " + out.envelope().size());
    ve.core().links().delivered(out, co.core().links().receive(ve.id(), out.envelope()));
    story.federation().settle();
    SentRequest now = story.now(sent);
    seen.add(now.state() + " " + now.refused() + now.said().getLast().words());
    seen.add("clock " + now.clock().met().size() + now.items());
    seen.add("ledger " + ve.core().records().head().size());
    ve.core().replying().open(ve.duty(), sent.id());
    seen.add("later " + ve.core().links().next(co.id()).isPresent());
    assertThat(plain(co)).doesNotContain("V-4711");
    return seen;
  }

  private static void seal(TestNode node) throws ExchangeException {
    node.core()
        .holdings()
        .seal(node.rights(), ConcealedFact.PROTECTED_PERSON, List.of(Story.PROBE));
  }

  @Test
  void officer_whoGivesDataOfSomeoneSealedSeesWhatHeAlwaysSees() throws Exception {
    assertThat(there(true)).isEqualTo(there(false));
  }

  private static List<String> there(boolean sealed) throws Exception {
    RequestStory story = RequestStory.begin(42);
    TestNode ve = story.ve();
    if (sealed) {
      seal(ve);
    } else {
      ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(People.any(9)));
    }
    story.send(story.identity());
    story.reply(gives(false, known()));
    story.reply(gives(true, known()));
    List<String> seen = new ArrayList<>();
    seen.add(story.held().state() + " " + story.held().replies().size());
    seen.add("given " + ve.core().recalling().given(ve.duty()).size());
    seen.add("entries " + ve.core().records().entries(ve.auditor(), 1000).size());
    ItemId item = ve.core().recalling().given(ve.duty()).getFirst().item();
    ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    seen.add("recalls " + ve.core().recalling().recalls(ve.duty()).size());
    if (sealed) {
      story.federation().settle();
      assertThat(plain(story.co())).doesNotContain(item.value());
    }
    return seen;
  }

  @Test
  void request_aboutSomeoneSealedHereGoesOutAboutNobody() throws Exception {
    RequestStory story = RequestStory.begin(43);
    TestNode co = story.co();
    TestNode ve = story.ve();
    seal(co);
    SentRequest sent = story.send(story.identity());
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.DELIVERED);
    Dispatch there = ve.core().replying().open(ve.duty(), sent.id()).request();
    assertThat(((RequestBody.Request) there.body()).subject().values(Property.NAME))
        .isNotEmpty()
        .doesNotContain("Ana Ejemplo Prueba");
    assertThat(((RequestBody.Request) there.body()).enquiry()).isNotEqualTo(sent.enquiry());
    story.step(Progress.Step.CLARIFY, "¿Segundo apellido?");
    co.core().requesting().clarify(co.analyst(), sent.id(), "Es Ana Ejemplo, de Cúcuta");
    story.federation().settle();
    assertThat(ve.core().replying().open(ve.duty(), sent.id()).clarifications()).hasSize(1);
    story.reply(gives(true, known()));
    SentRequest now = story.now(sent);
    assertThat(now.state()).isEqualTo(SentRequest.State.REFUSED);
    assertThat(now.items()).isEmpty();
    assertThat(now.refused()).containsExactly(new Requesting.RefusedPart(RefusalCode.R1, Set.of()));
    assertThat(plain(ve)).doesNotContain("Cúcuta", RequestStory.CASE);
  }

  @Test
  void withdrawal_ofWhatWentOutAboutNobodySpeaksOfNobody() throws Exception {
    RequestStory story = RequestStory.begin(44);
    seal(story.co());
    SentRequest sent = story.send(story.identity());
    story.co().core().requesting().withdraw(story.co().analyst(), sent.id(), "resuelto");
    story.federation().settle();
    assertThat(story.held().state()).isEqualTo(HeldRequest.State.WITHDRAWN);
    assertThat(plain(story.ve())).doesNotContain(RequestStory.CASE);
  }

  @Test
  void reply_aboutSomeoneSealedAtTheAskersIsNotKept() throws Exception {
    RequestStory story = RequestStory.begin(45);
    SentRequest sent = story.send(story.identity());
    seal(story.co());
    story.reply(gives(true, known()));
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.REFUSED);
    assertThat(plain(story.co())).doesNotContain("V-4711");
  }
}
