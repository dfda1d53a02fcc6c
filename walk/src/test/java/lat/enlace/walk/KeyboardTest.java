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

/// The main path by keyboard alone, from the door to the data; every stop on the way is seen.
@ExtendWith(FourStates.class)
class KeyboardTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void keyboard_reachesEverythingOnTheMainPath(Look look, Ground ground)
      throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, look);
        Visitor duty = ground.visitor(DemoState.VE, look)) {
      enters(analyst, DemoState.CO.analyst());
      String question = asks(analyst, look);
      analyst.type("justification", "mismos nombres, misma fecha");
      analyst.strike("#follow-up button");
      analyst.done();
      enters(duty, DemoState.VE.duty());
      duty.strike("#way-held");
      duty.await("held", "#waiting button");
      duty.strike("#waiting button");
      duty.space("input[name='same']");
      duty.strike("#release button");
      duty.done();
      analyst.await(question, "#read");
      analyst.strike("#read");
      analyst.type("reason", "para el informe del caso inventado");
      analyst.strike("#reading button");
      assertThat(analyst.shows("#entity")).isTrue();
    }
  }

  /// The door needs no stop at all: whoever comes stands on the first field.
  private static void enters(Visitor visitor, DemoState.Account account) {
    visitor.page().keyboard().type(account.id());
    visitor.page().keyboard().press("Tab");
    visitor.page().keyboard().type(account.password());
    visitor.strike("#login button");
    assertThat(visitor.text("#officer")).isEqualTo(account.id());
  }

  private static String asks(Visitor analyst, Look look) throws InterruptedException {
    analyst.strike("#way-ask");
    analyst.type("p.name", "Quimera Ficticio, Ramiro Ejenplo");
    analyst.type("p.birthDate", "1979-04-12");
    analyst.type("p.nationality", "Venezuela");
    analyst.type("case", look.caseOf("K"));
    analyst.type("basis", "CO CPP 200, orden inventada del fiscal 14");
    analyst.down("offence", "0601");
    analyst.down("purpose", "organised-crime");
    analyst.down("category", "suspect-committed");
    analyst.down("stage", "investigation");
    analyst.space("input[value='group-active-elsewhere']");
    analyst.space("input[value='evidence']");
    analyst.space("input[name='partners'][value='ve.example/enlace']");
    analyst.type("reason", "mencionado en interceptación inventada");
    analyst.strike("#preview");
    analyst.strike("#send");
    String question = analyst.page().url();
    analyst.await(question, "#follow-up");
    return question;
  }
}
