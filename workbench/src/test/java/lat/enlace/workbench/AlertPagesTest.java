// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.testkit.exchange.Federation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An alert through the pages: drafted, issued by a second officer, flagged, found, told, ended.
class AlertPagesTest {
  private static List<Stage> stages = List.of();

  @BeforeAll
  static void open() throws Exception {
    Federation federation = Federation.ofThree(73);
    stages =
        List.of(
            new Stage(federation, federation.co(), 0), new Stage(federation, federation.ve(), 0));
  }

  @AfterAll
  static void close() {
    stages.forEach(Stage::close);
  }

  private static String[] form() {
    return new String[] {
      "partners", "ve.example/enlace",
      "ask", "arrest-for-extradition",
      "schema", "Person",
      "case", "2026-CO-1190",
      "basis", "Orden inventada 12 de 2026",
      "offence", "0601",
      "purpose", "locate-wanted",
      "category", "suspect-committed",
      "stage", "indicted",
      "elements", "effects-elsewhere",
      "grounds", "judicial-order",
      "markers", "armed",
      "property.0", "name",
      "value.0", "Rosa Supuesto Modelo",
      "source.0", "B",
      "grade.0", "2",
      "who.0", "Registro inventado",
      "action", "P3",
      "reason", "orden de captura inventada"
    };
  }

  @Test
  void alert_travelsFromDraftToWithdrawal() {
    Browser analyst = new Browser(stages.getFirst(), "analyst");
    Browser prosecutor = new Browser(stages.getFirst(), "prosecutor");
    Browser duty = new Browser(stages.getLast(), "duty");
    Browser.Page look = analyst.post("/alerts", form());
    assertThat(look.html()).contains("art-4.5", "policía", "hasta");
    Browser.Page draft = analyst.post(look.path(), "once", look.once("hand"));
    assertThat(draft.html()).contains("espera al segundo oficial", "Rosa Supuesto Modelo");

    Browser.Page seen = prosecutor.get(draft.path());
    prosecutor.post(draft.path() + "/issue", "once", seen.once("issue"));
    assertThat(analyst.get(draft.path()).html()).contains("emitida", "sin posición aún");

    Browser.Page desk = duty.get("/sought");
    assertThat(desk.html()).doesNotContain("Rosa");
    String open = desk.find("action=\"(/sought/[^\"]+/open)\"");
    Browser.Page opened = duty.post(open, "once", desk.once("held-"));
    assertThat(opened.html()).contains("Rosa Supuesto Modelo", "puede estar armada");
    String at = opened.find("action=\"(/sought/[^\"]+)/stance\"");
    duty.post(
        at + "/stance",
        "once",
        opened.once("stance"),
        "stand",
        "flagged",
        "flag",
        "locate-only",
        "reason",
        "nationality");
    assertThat(analyst.get(draft.path()).html())
        .contains("marcada", "solo se informa el paradero", "no se entregan nacionales");

    Browser.Page found =
        duty.post(
            "/sought/search",
            "schema",
            "Person",
            "property.0",
            "name",
            "value.0",
            "Rosa Supuesto Modelo",
            "case",
            "VE-CONTROL-1",
            "reason",
            "control de carretera");
    assertThat(found.html()).contains("decir dónde está la persona", "Al ");

    Browser.Page ours = analyst.get(draft.path());
    analyst.post(
        draft.path() + "/withdraw", "once", ours.once("withdraw"), "reason", "orden revocada");
    assertThat(analyst.get(draft.path()).html()).contains("retirada", "declarada borrada");
    assertThat(duty.get("/sought").html()).contains("Ninguna alerta");
  }
}
