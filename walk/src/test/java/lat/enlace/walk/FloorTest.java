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

/// A family asks where someone is.
@ExtendWith(FourStates.class)
class FloorTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void whereabouts_areAskedAndAnswered(Look look, Ground ground) throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor duty = ground.visitor(DemoState.EC, DemoState.EC.duty(), look)) {
      String name = "Lucero Extraviada " + look.language() + look.width();
      analyst.go("whereabouts");
      analyst.see("whereabouts");
      analyst.fill("#inquire", "case", look.caseOf("H"));
      analyst.choose("#inquire", "partner", "ec.example/enlace");
      analyst.choose("#inquire", "askedBy", "family");
      analyst.press("#inquire button");
      assertThat(analyst.text("#problem")).isEqualTo(look.says("problem.whereabouts"));
      assertThat(analyst.at("#inquire [name=case]").inputValue()).isEqualTo(look.caseOf("H"));
      assertThat(analyst.at("#inquire [name=askedBy]").inputValue()).isEqualTo("family");
      analyst.see("whereabouts-lacking");
      analyst.fill("#inquire", "p.name", name);
      analyst.fill("#inquire", "basis", "solicitud de la familia");
      analyst.press("#inquire button");
      analyst.done();
      duty.await("whereabouts", "section.card button.main");
      duty.see("whereabouts-received");
      duty.press("section.card button.main");
      assertThat(duty.at("main").innerText()).contains(name);
      duty.see("whereabouts-opened");
      duty.choose("#reply", "finding", "held");
      duty.fill("#reply", "text", "en un albergue inventado, con buena salud");
      duty.press("#reply button");
      duty.done();
      String found = look.says("WhereaboutsBody.Reply.Finding.held");
      analyst.await("whereabouts", "#sent td:has-text('" + found + "')");
      analyst.see("whereabouts-answered");
    }
  }
}
