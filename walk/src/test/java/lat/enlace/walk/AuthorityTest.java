// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An authority signs the exact text with a key of its own, or declines.
@ExtendWith(FourStates.class)
class AuthorityTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void telephone_takesTheSignatureOfAProsecutor(Look look, Ground ground)
      throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor authority = ground.visitor(DemoState.CO, DemoState.CO.authority(), look)) {
      String question = asks(analyst, "E");
      opens(authority, question);
      assertThat(authority.text("#words"))
          .contains("Quimera Ficticio", look.says("DataCategory.phone"));
      assertThat(authority.text("#text")).contains("Ramiro").contains(look.caseOf("E"));
      authority.see("authorise");
      authority.fill("passphrase", "not the passphrase");
      authority.press("#sign button");
      assertThat(authority.shows("#problem")).isTrue();
      authority.see("authorise-wrong");
      authority.fill("passphrase", DemoState.CO.authority().password());
      authority.press("#sign button");
      authority.done();
      analyst.await(question, "#profile, #state.late, #state.accent, #state:not(.soon)");
      assertThat(analyst.text("#state"))
          .doesNotContain(look.says("question.is.awaiting-authority"));
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void authority_declines(Look look, Ground ground) {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor authority = ground.visitor(DemoState.CO, DemoState.CO.authority(), look)) {
      String question = asks(analyst, "F");
      analyst.see("question-awaiting");
      opens(authority, question);
      authority.fill("#decline", "reason", "la orden no alcanza el teléfono");
      authority.press("#decline button");
      authority.done();
      analyst.go(question);
      analyst.see("question-declined");
    }
  }

  private static String asks(Visitor analyst, String story) {
    return new Asking(analyst)
        .person(analyst.look().caseOf(story), "evidence")
        .partner("ve")
        .wanted("phone")
        .send();
  }

  private static void opens(Visitor authority, String question) {
    authority.go("authorise");
    authority.see("authorisations");
    String id = question.substring(question.lastIndexOf('/') + 1);
    authority.press("a[href$='" + id + "']");
  }
}
