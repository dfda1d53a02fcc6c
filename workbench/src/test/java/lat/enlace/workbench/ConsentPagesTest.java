// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import lat.enlace.model.ItemId;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A consent through the pages: asked, answered by two officers, taken back.
class ConsentPagesTest {
  private static List<Stage> stages = List.of();
  private static ItemId item = new ItemId("none");
  private static String day = "";

  @BeforeAll
  static void open() throws Exception {
    Federation federation = Federation.ofThree(74);
    Story story = new Story(federation);
    federation.ve().core().holdings().put(federation.ve().analyst(), Forms.suspect(Story.HELD));
    item = story.disclose();
    day =
        federation
            .co()
            .clock()
            .now()
            .plus(Duration.ofDays(90))
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .toString();
    stages =
        List.of(
            new Stage(federation, federation.co(), 0), new Stage(federation, federation.ve(), 0));
  }

  @AfterAll
  static void close() {
    stages.forEach(Stage::close);
  }

  @Test
  void consent_isAskedAnsweredByTwoAndTakenBack() {
    Browser analyst = new Browser(stages.getFirst(), "analyst");
    Browser duty = new Browser(stages.getLast(), "duty");
    Browser prosecutor = new Browser(stages.getLast(), "prosecutor");
    Browser.Page form = analyst.get("/consents");
    Browser.Page asked =
        analyst.post(
            "/consents",
            "once",
            form.once("ask"),
            "item",
            item.value(),
            "use",
            "onward",
            "to",
            "BR",
            "purpose",
            "organised-crime",
            "until",
            day,
            "reason",
            "la red opera también allí");
    assertThat(asked.html()).contains("El silencio es un no", "pedido, sin respuesta aún");

    Browser.Page desk = duty.get("/consents");
    assertThat(desk.html()).contains("espera decisión").doesNotContain("la red opera");
    String open = desk.find("action=\"(/consents/[^\"]+/open)\"");
    Browser.Page opened = duty.post(open, "once", desk.once("consent-"));
    assertThat(opened.html()).contains("la red opera también allí");
    String at = opened.find("action=\"(/consents/[^\"]+)/propose\"");
    Browser.Page proposed =
        duty.post(
            at + "/propose",
            "once",
            opened.once("propose"),
            "until",
            day,
            "conditions",
            "origin-unnamed");
    assertThat(proposed.html()).contains("espera al segundo oficial");
    Browser.Page second = prosecutor.get("/consents");
    prosecutor.post(at + "/confirm", "once", second.once("consent-"));
    assertThat(analyst.get("/consents").html()).contains("concedido", "sin nombrar el origen");

    Browser.Page granted = duty.get("/consents");
    duty.post(
        at + "/take-back", "once", granted.once("consent-"), "reason", "la fuente corre peligro");
    assertThat(analyst.get("/consents").html()).contains("retirado");
  }
}
