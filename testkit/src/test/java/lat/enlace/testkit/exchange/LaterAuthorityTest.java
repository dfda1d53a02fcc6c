// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Role;
import org.junit.jupiter.api.Test;

/// Where a rule for what follows a hit names authorities of its own, they authorise with the
/// question, and what follows goes through.
class LaterAuthorityTest {
  private static final String DATA_AFTER_A_HIT =
      "    clocks: {U8H: PT8H, U3D: P2D, N7D: P2D}\n    quota-per-day: 100";

  @Test
  void disclosure_underARuleWithAuthoritiesOfItsOwnGoesThrough() throws Exception {
    Story story = agreed("authorise: {asking: [judge], receiving: [prosecutor]}");
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    assertThat(asked.state()).isEqualTo(State.AWAITING_AUTHORITY);
    Officer judge = co.officer("control-de-garantias", AgencyKind.COURT, "jueza", Role.AUTHORITY);
    var text = co.core().asking().textToAuthorise(judge, asked.id());
    co.core().asking().authorise(judge, asked.id(), TestNode.sign(judge, text));
    story.federation().settle();
    Officer prosecutor =
        ve.officer("ministerio-publico", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    assertThat(ve.core().holding().questions(prosecutor).getFirst().reasons())
        .isEqualTo(List.of("art-4.2"));
    InvariantSteps.admit(ve, prosecutor, asked.id());
    story.federation().settle();
    assertThat(story.followUpOn(asked).state()).isEqualTo(State.FOLLOWED_UP);
    ve.release(story.desk().getFirst().id());
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DISCLOSED);
  }

  @Test
  void question_isAskedWhereNothingMayFollowTheHit() throws Exception {
    Story story = Story.begin(79);
    InvariantSteps.agree(story, "kinds: [follow-up, disclosure, refusal]", "kinds: [refusal]");
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  /// A newer text came into force while a question waited for its authority: the one that the newer
  /// text names still decides, and nothing leaves under a text that is gone.
  @Test
  void question_underATextThatWasReplacedIsStillDecided() throws Exception {
    Story story = agreed("authorise: {asking: [judge], receiving: [prosecutor]}");
    TestNode co = story.federation().co();
    AskedQuestion declined = story.ask();
    AskedQuestion authorised = story.ask();
    co.core()
        .standings()
        .adopt(
            co.operator(),
            Federation.signed(
                "co-ve",
                co,
                story.federation().ve(),
                text -> text.replace("version: 1", "version: 3")));
    Officer judge = co.officer("control-de-garantias", AgencyKind.COURT, "jueza", Role.AUTHORITY);
    co.core().asking().decline(judge, declined.id(), "sin mérito");
    assertThat(story.now(declined).state()).isEqualTo(State.DECLINED);
    var text = co.core().asking().textToAuthorise(judge, authorised.id());
    co.core().asking().authorise(judge, authorised.id(), TestNode.sign(judge, text));
    assertThat(story.now(authorised).state()).isEqualTo(State.REFUSED_HERE);
  }

  private static Story agreed(String rule) throws Exception {
    Story story = Story.begin(79);
    InvariantSteps.agree(story, DATA_AFTER_A_HIT, "    " + rule + "\n" + DATA_AFTER_A_HIT);
    return story;
  }
}
