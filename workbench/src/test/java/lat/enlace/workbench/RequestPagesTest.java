// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A request and information unasked through the pages of two nodes, as officers walk it.
class RequestPagesTest {
  private static List<Stage> stages = List.of();

  @BeforeAll
  static void open() throws ExchangeException {
    Federation federation = Federation.ofThree(15);
    InstrumentId agreement = new InstrumentId("co-ve-2026-cooperation");
    for (TestNode node : List.of(federation.co(), federation.ve())) {
      node.core()
          .standings()
          .raise(node.authority(), agreement, ConfidenceLevel.INFORMATION, "prueba");
    }
    federation.settle();
    stages =
        List.of(
            new Stage(federation, federation.co(), 0), new Stage(federation, federation.ve(), 0));
  }

  @AfterAll
  static void close() {
    stages.forEach(Stage::close);
  }

  private static Browser as(Stage stage, String officer) {
    return new Browser(stage, officer);
  }

  private static String[] with(String[] fields, String... more) {
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  private static String[] form() {
    return new String[] {
      "kind", "person",
      "p.name", "Rosa Supuesto Modelo",
      "case", "2026-CO-1180",
      "basis", "Ley inventada 906, art. 205",
      "offence", "0601",
      "purpose", "organised-crime",
      "category", "suspect-committed",
      "stage", "charged",
      "elements", "effects-elsewhere",
      "grounds", "evidence",
      "partners", "ve.example/enlace",
      "wanted", "identity",
      "kindOfClaim", "fact",
      "sourceGrade", "B",
      "informationGrade", "2",
      "reason", "investigación inventada"
    };
  }

  @Test
  void request_travelsFromFormToReply() {
    Browser analyst = as(stages.getFirst(), "analyst");
    Browser duty = as(stages.getLast(), "duty");
    assertThat(analyst.get("/requests/new").html()).contains("firearm", "Antecedentes penales");
    Browser.Page hasty =
        analyst.post("/requests", with(form(), "type", "identity", "urgency", "U8H"));
    assertThat(hasty.html()).contains("diga por qué es urgente");
    Browser.Page preview =
        analyst.post(
            "/requests", with(form(), "type", "identity", "urgency", "U8H", "urgent", "LIFE"));
    assertThat(preview.html()).contains("art-4.3", "Identidad");
    Browser.Page sent = analyst.post(preview.path(), "once", preview.once("foreseen"));
    assertThat(sent.html()).contains("entregada", "Rosa Supuesto Modelo");

    Browser.Page desk = duty.get("/desk");
    String open = desk.find("action=\"(/desk/[^\"]+/open)\"");
    Browser.Page opened = duty.post(open, "once", desk.once("desk"));
    assertThat(opened.html()).contains("Rosa Supuesto Modelo", "vida en peligro");
    String at = opened.find("action=\"(/desk/[^\"]+)/reply\"");
    duty.post(
        at + "/progress", "once", opened.once("progress"), "step", "clarify", "text", "¿De dónde?");
    Browser.Page asked = analyst.get(sent.path());
    assertThat(asked.html()).contains("piden aclaración").doesNotContain("¿De dónde?");
    String said = asked.find("action=\"(/requests/[^\"]+/said/[^\"]+)\"");
    assertThat(analyst.post(said, "once", asked.once("state")).html()).contains("¿De dónde?");
    Browser.Page answered = analyst.get(sent.path());
    analyst.post(sent.path() + "/clarify", "once", answered.once("clarify"), "reason", "De Cúcuta");

    Browser.Page again = duty.get("/desk");
    Browser.Page paper = duty.post(open, "once", again.once("desk"));
    assertThat(paper.html()).contains("De Cúcuta");
    duty.post(
        at + "/reply",
        "once",
        paper.once("reply"),
        "schema",
        "Person",
        "property.0",
        "birthDate",
        "value.0",
        "1985-05-05",
        "source.0",
        "A",
        "grade.0",
        "1",
        "who.0",
        "Registro civil inventado",
        "handling",
        "H1",
        "action",
        "P1",
        "last",
        "on");
    Browser.Page done = analyst.get(sent.path());
    assertThat(done.html()).contains("respondida", "a tiempo");
    Browser.Page item = analyst.get(done.find("href=\"(/items/[^\"]+)\"").replace("&amp;", "&"));
    Browser.Page read =
        analyst.post(
            item.path().replaceFirst("\\?.*", ""),
            "once",
            item.once("main"),
            "case",
            "2026-CO-1180",
            "reason",
            "identificación");
    assertThat(read.html()).contains("1985-05-05", "Registro civil inventado");
  }

  @Test
  void information_isLookedAtTwiceAndFedBack() {
    Browser analyst = as(stages.getFirst(), "analyst");
    Browser duty = as(stages.getLast(), "duty");
    Browser.Page look =
        analyst.post(
            "/spontaneous",
            "partner",
            "ve.example/enlace",
            "schema",
            "Person",
            "case",
            "2026-CO-1181",
            "basis",
            "Ley inventada 906, art. 205",
            "offence",
            "0601",
            "purpose",
            "organised-crime",
            "category",
            "suspect-committed",
            "stage",
            "charged",
            "elements",
            "effects-elsewhere",
            "grounds",
            "evidence",
            "property.0",
            "name",
            "value.0",
            "Iván Supuesto Ficticio",
            "source.0",
            "B",
            "grade.0",
            "3",
            "handling",
            "H2",
            "action",
            "P1",
            "reason",
            "llama a su territorio");
    assertThat(look.html()).contains("id=\"who\"", "H1", "H2");
    analyst.post(look.path(), "once", look.once("who"));
    Browser.Page list = duty.get("/spontaneous");
    String open = list.find("action=\"(/spontaneous/[^\"]+/open)\"");
    assertThat(list.html()).doesNotContain("llama a su territorio");
    assertThat(duty.post(open, "once", list.once("information")).html())
        .contains("llama a su territorio");
    Browser.Page now = duty.get("/spontaneous");
    duty.post(
        open.replace("/open", "/feedback"),
        "once",
        now.once("information"),
        "use",
        "case-opened",
        "text",
        "");
    assertThat(analyst.get("/spontaneous").html()).contains("se abrió un caso");
  }
}
