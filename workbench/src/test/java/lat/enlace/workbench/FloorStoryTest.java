// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.Federation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What stays open whatever is suspended, through the pages of two nodes.
class FloorStoryTest {
  private static List<Stage> stages = List.of();

  @BeforeAll
  static void open() throws ExchangeException {
    Federation federation = Federation.ofThree(6);
    stages =
        List.of(
            new Stage(federation, federation.co(), 0), new Stage(federation, federation.ve(), 0));
  }

  @AfterAll
  static void close() {
    stages.forEach(Stage::close);
  }

  private static Stage co() {
    return stages.getFirst();
  }

  private static Stage ve() {
    return stages.getLast();
  }

  @Test
  void warning_isSentOpenedActedOnAndReviewed() {
    Browser analyst = new Browser(co(), "analyst");
    String once = analyst.get("/warnings").once("warn");
    Browser.Page told = warn(analyst, once, "Rosa 52345678");
    assertThat(told.html()).contains("id=\"problem\"").contains("Rosa 52345678");
    Browser.Page sent = warn(analyst, told.once("warn"), "Rosa Ficticia Modelo");
    assertThat(sent.html()).contains("id=\"done\"").doesNotContain("Rosa Ficticia Modelo");

    Browser duty = new Browser(ve(), "duty");
    Browser.Page received = duty.get("/warnings");
    assertThat(received.html()).doesNotContain("Rosa Ficticia Modelo");
    String open = received.find("action=\"(/warnings/[0-9a-f-]+/open)\"");
    Browser.Page opened = duty.post(open, "once", received.once("warning-"));
    assertThat(opened.html()).contains("Rosa Ficticia Modelo").contains("de muerte");
    String act = opened.find("action=\"(/warnings/[0-9a-f-]+/act)\"");
    duty.post(act, "once", opened.once("act"), "act", "person-warned");
    assertThat(analyst.get("/warnings").html()).contains("se avisó a la persona");

    Browser rights = new Browser(ve(), "rights");
    Browser.Page toReview = rights.get("/warnings");
    Browser.Page mine = rights.post(open, "once", toReview.once("warning-"));
    String review = mine.find("action=\"(/warnings/[0-9a-f-]+/review)\"");
    rights.post(review, "once", mine.once("review"), "finding", "warranted");
    assertThat(analyst.get("/warnings").html()).contains("correspondía avisar");
  }

  private static Browser.Page warn(Browser officer, String once, String name) {
    return officer.post(
        "/warnings",
        "once",
        once,
        "partner",
        "ve.example/enlace",
        "name",
        name,
        "place",
        "Vereda El Ejemplo",
        "threat",
        "killing",
        "imminence",
        "today");
  }

  @Test
  void whereabouts_isAskedAndAnswered() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page page = analyst.get("/whereabouts");
    analyst.post(
        "/whereabouts",
        "once",
        page.once("inquire"),
        "p.name",
        "Rosa Ficticia Modelo",
        "partner",
        "ve.example/enlace",
        "askedBy",
        "family",
        "case",
        "2026-CO-FAM-1",
        "basis",
        "Solicitud de la familia");
    Browser duty = new Browser(ve(), "duty");
    Browser.Page received = duty.get("/whereabouts");
    assertThat(received.html()).doesNotContain("Rosa Ficticia Modelo");
    String open = received.find("action=\"(/whereabouts/[0-9a-f-]+/open)\"");
    Browser.Page opened = duty.post(open, "once", received.once("inquiry-"));
    assertThat(opened.html()).contains("Rosa Ficticia Modelo");
    String reply = opened.find("action=\"(/whereabouts/[0-9a-f-]+/reply)\"");
    duty.post(reply, "once", opened.once("reply"), "finding", "not-held", "text", "");
    assertThat(analyst.get("/whereabouts").html()).contains("en manos de ninguna autoridad");
  }
}
