// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.shown;
import static lat.enlace.testkit.exchange.InvariantSteps.views;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// A question about a person on the asker's own sealed list, beside one about a person nobody
/// knows: whatever the asker, the auditor and the network can see is the same (invariant I13).
class OwnSealedListTest {
  private static final Entity OTHER =
      People.person("otra", "Marta Inventado Nadie", "1977-01-01", 0);
  private static final Pattern INVENTED =
      Pattern.compile("\"([A-Z][a-z]{3,}( [A-Z][a-z]{3,}){1,3})\"");
  private static final Pattern INVENTED_DAY = Pattern.compile("\"(19\\d\\d-\\d\\d-\\d\\d)\"");
  private static final List<State> BEFORE_THE_LINK = List.of(State.QUEUED, State.QUEUED);

  @Test
  void question_leavesTheSameTracesWhileTheLinkIsDownAndAfterwards() throws Exception {
    assertThat(traces(true)).isEqualTo(traces(false));
  }

  @Test
  void question_bringsAReceivedProofOfTheAnswer() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode co = story.federation().co();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
    assertThat(co.core().records().proveReceived(co.analyst(), answer(co, asked))).isPresent();
  }

  @Test
  void question_tellsThePartnerNothingOfThePerson() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(received(ve, asked))
        .contains(asked.id().toString())
        .doesNotContain("Ejemplo", "Prueba", "1980", "CASO-2026-0001", "906", "investigación");
    assertThat(decisions(story.federation().co()))
        .anyMatch(one -> one.reasons().contains("G9-protected"));
  }

  @Test
  void question_isNoHitThoughThePartnerKnowsThePerson() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode ve = story.federation().ve();
    ve.core().holdings().put(ve.analyst(), Forms.suspect(Story.HELD));
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
  }

  @Test
  void question_isNoHitThoughThePartnerKnowsSomeoneOfTheInventedName() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion first = story.ask();
    story.federation().settle();
    holdNamesake(ve, received(ve, first));
    AskedQuestion again = story.ask();
    story.federation().settle();
    assertThat(received(co, answer(co, again))).contains("\"hit\"");
    assertThat(story.now(again).state()).isEqualTo(State.NO_HIT);
    assertThat(story.now(again).answer()).containsExactly(new HitBody.Outcome.NoHit());
  }

  /// The question itself went out, and the person is sealed before the answer comes.
  @Test
  void question_isNoHitThoughThePersonIsSealedWhileTheAnswerIsOnItsWay() throws Exception {
    Story story = Story.begin(23);
    TestNode co = story.federation().co();
    AskedQuestion asked = story.ask();
    co.core().holdings().protect(co.rights(), Story.PROBE);
    story.federation().settle();
    assertThat(received(co, answer(co, asked))).contains("\"hit\"");
    assertThat(story.now(asked).answer()).containsExactly(new HitBody.Outcome.NoHit());
  }

  /// The decoy is on its way when the person is taken off the list: what is held of its invented
  /// name is still nobody's.
  @Test
  void question_isNoHitThoughThePersonIsUnsealedBeforeTheNamesakeIsTold() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion first = story.ask();
    story.federation().settle();
    holdNamesake(ve, received(ve, first));
    AskedQuestion again = story.ask();
    var sealed = co.core().holdings().sealed(co.rights(), Story.PROBE, "revisión").getFirst();
    co.core().holdings().unseal(co.rights(), sealed.id(), "ya no corre peligro");
    story.federation().settle();
    assertThat(received(co, answer(co, again))).contains("\"hit\"");
    assertThat(story.now(again).answer()).containsExactly(new HitBody.Outcome.NoHit());
  }

  /// The partner holds somebody of the name and birth date that the decoy invented.
  private static void holdNamesake(TestNode ve, String decoy) throws Exception {
    Matcher invented = INVENTED.matcher(decoy);
    Matcher born = INVENTED_DAY.matcher(decoy);
    assertThat(invented.find() && born.find()).isTrue();
    Entity namesake = People.person("ve-9", invented.group(1), born.group(1), 0);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(namesake));
  }

  @Test
  void variations_useUpTheSameBudgetAtThePartner() throws Exception {
    assertThat(variations(true)).isEqualTo(variations(false)).contains(State.DELIVERED);
  }

  @Test
  void question_toTwoPartnersGrowsTheLedgerAsAnyOther() throws Exception {
    assertThat(growth(true)).isEqualTo(growth(false));
  }

  @Test
  void entries_showTheDecoyToTheRightsOfficerAlone() throws Exception {
    Story story = protectedAtTheAsker();
    TestNode co = story.federation().co();
    story.ask();
    assertThat(dispatches(co, co.rights())).isEqualTo(dispatches(co, co.auditor()) + 1);
    long decoy = co.core().records().entries(co.rights(), 1).getFirst().index();
    assertThat(co.core().records().prove(co.rights(), decoy)).isPresent();
    assertThat(co.core().records().prove(co.analyst(), decoy)).isEmpty();
  }

  /// The exact bytes a node received, as text.
  private static String received(TestNode node, DispatchId dispatch) throws Exception {
    var why = new Records.Why(new CaseReference("CASO-1"), "por prueba");
    return shown(node.core().records().openReceived(node.rights(), dispatch, why).opening());
  }

  private static String received(TestNode node, AskedQuestion asked) throws Exception {
    return received(node, asked.id());
  }

  private static DispatchId answer(TestNode node, AskedQuestion asked) {
    return node.core().records().entries(node.analyst(), 100).stream()
        .filter(one -> one.about().contains(asked.id()))
        .flatMap(one -> one.about().stream())
        .filter(id -> !id.equals(asked.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Story protectedAtTheAsker() throws Exception {
    Story story = new Story(Federation.ofThree(23));
    TestNode co = story.federation().co();
    co.core().holdings().protect(co.rights(), Story.PROBE);
    return story;
  }

  /// Everything an asker, an auditor and a listener see, first while nothing is delivered.
  private static List<String> traces(boolean hidden) throws Exception {
    Story story = new Story(Federation.ofThree(23));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    co.core().holdings().protect(co.rights(), hidden ? Story.PROBE : OTHER);
    List<String> seen = new ArrayList<>();
    AskedQuestion first = story.ask();
    AskedQuestion second = story.ask();
    assertThat(first.decision()).isInstanceOf(Decision.Permit.class);
    story.federation().world().pass(Duration.ofHours(1));
    assertThat(List.of(story.now(first).state(), story.now(second).state()))
        .isEqualTo(BEFORE_THE_LINK);
    look(seen, co);
    Links.Outgoing out = next(co, ve);
    seen.add("batch " + out.envelope().size() + " " + out.count());
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    seen.add("ack " + ack.size());
    co.core().links().delivered(out, ack);
    look(seen, co);
    story.federation().settle();
    seen.add("" + story.now(first).state() + story.now(first).answer());
    look(seen, co);
    look(seen, ve);
    return seen;
  }

  private static void look(List<String> seen, TestNode node) throws Exception {
    seen.add("ledger " + node.core().records().head().size());
    seen.add("health " + node.core().links().health());
    seen.add("auditor " + views(node.core().records().decisions(node.auditor(), 100)));
    for (Officer officer : List.of(node.analyst(), node.duty(), node.auditor(), node.operator())) {
      for (Records.EntryView one : node.core().records().entries(officer, 1000)) {
        seen.add(one.index() + " " + one.type() + " " + one.about().size() + " " + one.at());
      }
    }
    for (AskedQuestion one : node.core().asking().asked(node.analyst())) {
      seen.add(one.state() + " " + one.due() + " " + one.answer() + one.refusal());
      seen.add("touching " + node.core().records().indexesOf(one.id()));
    }
    for (long index = 0; index < node.core().records().head().size(); index++) {
      seen.add(index + " " + node.core().records().prove(node.analyst(), index).isPresent());
    }
  }

  private static List<State> variations(boolean hidden) throws Exception {
    Story story = new Story(Federation.ofThree(23));
    TestNode co = story.federation().co();
    co.core().holdings().protect(co.rights(), hidden ? Story.PROBE : OTHER);
    List<AskedQuestion> asked = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      AskForm form =
          Forms.about(Story.PROBE, "CASO-1", Set.of(Ground.EVIDENCE), story.federation().ve());
      asked.addAll(co.core().asking().ask(co.analyst(), form));
    }
    story.federation().settle();
    List<State> states = new ArrayList<>();
    for (AskedQuestion one : asked) {
      states.add(story.now(one).state());
    }
    return states;
  }

  private static long growth(boolean hidden) throws Exception {
    Federation federation = Federation.ofThree(23);
    TestNode co = federation.co();
    co.core().holdings().protect(co.rights(), hidden ? Story.PROBE : OTHER);
    AskForm form = Forms.lawful(Story.PROBE, federation.ve(), federation.ec());
    co.core().asking().ask(co.analyst(), form);
    next(co, federation.ve());
    return co.core().records().head().size();
  }

  private static long dispatches(TestNode node, Officer by) {
    return node.core().records().entries(by, 1000).stream()
        .filter(one -> one.type().equals("dispatch"))
        .count();
  }
}
