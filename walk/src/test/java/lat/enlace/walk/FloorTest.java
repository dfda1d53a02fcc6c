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

/// What stays open whatever is suspended: a family asks where someone is, an officer warns of a
/// threat to a life.
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

  @ParameterizedTest
  @MethodSource("looks")
  void warning_isSentTakenUpAndReviewed(Look look, Ground ground) throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor duty = ground.visitor(DemoState.EC, DemoState.EC.duty(), look);
        Visitor rights = ground.visitor(DemoState.EC, DemoState.EC.rights(), look)) {
      analyst.go("warnings");
      analyst.see("warnings");
      analyst.choose("#warn", "partner", "ec.example/enlace");
      analyst.choose("#warn", "threat", "killing");
      analyst.choose("#warn", "imminence", "today");
      analyst.fill("#warn", "name", "Inventada 5234567");
      analyst.press("#warn button");
      assertThat(analyst.text("#problem")).isEqualTo(look.says("problem.warning"));
      analyst.see("warnings-refused");
      analyst.fill("#warn", "name", "Lucero Amenazada Inventada");
      analyst.fill("#warn", "place", "Vereda El Ejemplo " + look.width());
      analyst.press("#warn button");
      analyst.done();
      duty.await("warnings", "section.card button.main");
      duty.see("warnings-received");
      duty.press("section.card button.main");
      assertThat(duty.at("main").innerText()).contains("Lucero Amenazada Inventada");
      duty.see("warning-opened");
      duty.choose("#act", "act", "person-warned");
      duty.press("#act button");
      duty.done();
      String done = look.says("WarningBody.Action.Act.person-warned");
      analyst.await("warnings", "section.card strong:has-text('" + done + "')");
      analyst.see("warnings-acted");
      rights.go("warnings");
      rights.press("section.card button");
      rights.choose("#review", "finding", "warranted");
      rights.press("#review button");
      rights.done();
      rights.see("warnings-reviewed");
    }
  }
}
