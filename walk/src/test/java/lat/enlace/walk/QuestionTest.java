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

/// A question from the form to the recall of what was disclosed.
@ExtendWith(FourStates.class)
class QuestionTest {
  /// The document that only the holder's record has.
  private static final String HELD = "V-12345678";

  static Stream<Look> looks() {
    return Look.two();
  }

  static Stream<Look> tight() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void question_isAskedConfirmedDisclosedReadAndRecalled(Look look, Ground ground)
      throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor duty = ground.visitor(DemoState.VE, DemoState.VE.duty(), look)) {
      analyst.see("today-analyst");
      String question = asked(analyst);
      followedUp(analyst, question);
      released(duty);
      String item = read(analyst, question);
      recalled(duty, item);
      gone(analyst, item);
    }
  }

  private static String asked(Visitor analyst) throws InterruptedException {
    Asking form = new Asking(analyst).person(analyst.look().caseOf("A"), "evidence");
    analyst.see("ask");
    form.partner("ve").partner("ec").partner("br").preview();
    assertThat(analyst.text("#partner-VE"))
        .contains("art-4.1")
        .contains(analyst.look().language().equals("es") ? "se debe en" : "is owed within");
    analyst.see("preview");
    analyst.press("#send");
    analyst.see("questions");
    String of = analyst.page().url();
    analyst.await(of, "#questions .tag.accent");
    analyst.at("#questions tr:has(.tag.accent) a.button").click();
    String question = analyst.page().url();
    assertThat(analyst.at("main").innerText()).doesNotContain(HELD);
    analyst.see("question-hit");
    return question;
  }

  private static void followedUp(Visitor analyst, String question) {
    analyst.fill("justification", "mismos nombres, misma fecha, misma nacionalidad");
    analyst.press("#follow-up button");
    analyst.done();
    assertThat(analyst.page().url()).startsWith(question);
    analyst.see("question-followed-up");
  }

  private static void released(Visitor duty) throws InterruptedException {
    duty.await("held", "#waiting button");
    duty.see("held");
    duty.press("#waiting button");
    assertThat(duty.text("#compare")).contains(HELD);
    duty.see("compare");
    duty.tick("same", "yes");
    duty.press("#release button");
    duty.done();
    duty.see("held-decided");
  }

  private static String read(Visitor analyst, String question) throws InterruptedException {
    analyst.await(question, "#read");
    analyst.see("question-disclosed");
    analyst.press("#read");
    assertThat(analyst.at("main").innerText()).doesNotContain(HELD);
    analyst.see("item");
    String item = analyst.page().url();
    analyst.fill("reason", "para el informe del caso inventado");
    analyst.press("#reading button");
    assertThat(analyst.text("#entity")).contains(HELD);
    analyst.see("read");
    return item;
  }

  private static void recalled(Visitor duty, String address) throws InterruptedException {
    String item = address.replaceAll(".*/items/|\\?.*", "");
    String given = "section.card:has-text('" + item + "')";
    duty.await("recalls", given + " table");
    duty.see("recalls");
    duty.press(given + " a.button");
    duty.see("recall");
    duty.tick("action", "withdraw");
    duty.fill("#recall", "reason", "identidad por verificar");
    duty.press("#recall button");
    duty.done();
    duty.await("recalls", "#recalls tr:has-text('" + item + "') .tag.fine");
    duty.see("recalls-acted");
  }

  private static void gone(Visitor analyst, String item) {
    analyst.go(item);
    analyst.fill("reason", "otra vez");
    analyst.press("#reading button");
    assertThat(analyst.at("main").innerText()).doesNotContain(HELD);
    analyst.see("item-withdrawn");
  }

  @ParameterizedTest
  @MethodSource("tight")
  void object_isDismissedByItsAsker(Look look, Ground ground) throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      String question =
          new Asking(analyst).vehicle(look.caseOf("B")).partner("ve").wanted("vehicle").send();
      analyst.await(question, "#dismiss");
      assertThat(analyst.text("#profile"))
          .contains("AB123CD")
          .doesNotContain(look.says("FeatureName.birth-date"));
      analyst.see("question-object");
      analyst.fill("#dismiss", "reason", "otra placa, leída mal");
      analyst.press("#dismiss button");
      analyst.done();
      analyst.see("question-dismissed");
    }
  }

  @ParameterizedTest
  @MethodSource("tight")
  void holder_refusesWithACode(Look look, Ground ground) throws InterruptedException {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look);
        Visitor duty = ground.visitor(DemoState.VE, DemoState.VE.duty(), look)) {
      String question =
          new Asking(analyst).vehicle(look.caseOf("C")).partner("ve").wanted("vehicle").send();
      analyst.await(question, "#follow-up");
      analyst.fill("justification", "es la placa vista en el caso");
      analyst.press("#follow-up button");
      duty.await("held", "#waiting button");
      duty.press("#waiting button");
      duty.see("compare-object");
      duty.choose("#refuse", "code", duty.at("#code option").nth(1).getAttribute("value"));
      duty.fill("#refuse", "explanation", "diligencia en curso");
      duty.press("#refuse button");
      duty.done();
      analyst.await(question, ".verdict.refuse");
      assertThat(analyst.at("main").innerText()).doesNotContain("diligencia en curso");
      analyst.see("question-withheld");
      analyst.press("#refusal button");
      assertThat(analyst.at("#explanation").innerText()).contains("diligencia en curso");
      analyst.see("refusal");
      analyst.await("readings", "#readings");
      analyst.see("readings");
    }
  }

  @ParameterizedTest
  @MethodSource("tight")
  void migrationGround_isRefusedAtHome(Look look, Ground ground) {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      new Asking(analyst).person(look.caseOf("D"), "migration-status").partner("ve").preview();
      analyst.see("preview-refused");
      analyst.press("#send");
      assertThat(analyst.at("main").innerText()).contains("G13-migration");
      analyst.see("question-refused");
      analyst.go("");
      assertThat(analyst.at("main").innerText()).contains("G13-migration");
      analyst.see("today-refused");
    }
  }

  @ParameterizedTest
  @MethodSource("tight")
  void gaps_comeBackWithWhatWasTyped(Look look, Ground ground) {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      analyst.go("ask");
      analyst.fill("p.name", "Persona Inventada");
      analyst.press("#preview");
      assertThat(analyst.at("[name='p.name']").inputValue()).isEqualTo("Persona Inventada");
      assertThat(analyst.page().url()).doesNotContain("Inventada");
      analyst.see("ask-lacking");
    }
  }
}
