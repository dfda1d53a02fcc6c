// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The road of a question through the pages of two nodes, as officers walk it.
class StoryTest {
  private static final String HELD_DOCUMENT = "70123456";

  private static List<Stage> stages = List.of();

  @BeforeAll
  static void open() throws ExchangeException {
    Federation federation = Federation.ofThree(5);
    federation
        .ve()
        .core()
        .holdings()
        .put(
            federation.ve().duty(),
            Forms.suspect(
                People.person(
                    "sujeto-1",
                    "Darío Ejemplo Prueba",
                    "1984-11-03",
                    Long.parseLong(HELD_DOCUMENT))));
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

  private static String[] question(String... more) {
    return Stream.concat(
            Stream.of(
                "kind", "person",
                "p.name", "Ejemplo Prueba Darío",
                "p.birthDate", "1984-11-03",
                "case", "2026-CO-1180",
                "basis", "Ley inventada 906, art. 205",
                "offence", "0601",
                "purpose", "organised-crime",
                "category", "suspect-committed",
                "stage", "charged",
                "elements", "effects-elsewhere",
                "partners", "ve.example/enlace",
                "wanted", "identity",
                "urgency", "U8H",
                "kindOfClaim", "fact",
                "sourceGrade", "B",
                "informationGrade", "2",
                "reason", "investigación inventada"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Browser.Page ask(Browser analyst, String... fields) {
    Browser.Page preview = analyst.post("/ask", fields);
    assertThat(preview.html()).contains("id=\"foreseen\"");
    return analyst.post(preview.path(), "once", preview.once("foreseen"));
  }

  @Test
  void question_travelsFromFormToDisclosure() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page preview = analyst.post("/ask", question("grounds", "evidence"));
    assertThat(preview.html())
        .contains("art-4.1")
        .contains("Permitido por")
        .contains("La respuesta dice si hay coincidencia y nada más");
    Browser.Page sent = analyst.post(preview.path(), "once", preview.once("foreseen"));
    assertThat(sent.html()).contains("id=\"profile\"").doesNotContain(HELD_DOCUMENT);

    String handle = sent.find("name=\"candidate\" value=\"([A-Za-z0-9_-]{22})\"");
    Browser.Page confirmed =
        analyst.post(
            sent.path() + "/follow-up",
            "once",
            sent.once("follow-up"),
            "candidate",
            handle,
            "justification",
            "mismos nombres, misma fecha");
    assertThat(confirmed.html()).contains("id=\"done\"").doesNotContain("id=\"follow-up\"");

    Browser duty = new Browser(ve(), "duty");
    Browser.Page desk = duty.get("/held");
    String open = desk.find("action=\"(/held/[0-9a-f-]+/open)\"");
    Browser.Page compare = duty.post(open, "once", desk.once("waiting"));
    assertThat(compare.html()).contains("id=\"compare\"").contains(HELD_DOCUMENT);
    Browser.Page released =
        duty.post(
            compare.path() + "/release",
            "once",
            compare.once("release"),
            "same",
            "yes",
            "handling",
            "H1",
            "handling",
            "H2",
            "action",
            "P1");
    assertThat(released.html()).contains("id=\"done\"");

    Browser.Page disclosed = analyst.get(sent.path());
    String item = disclosed.find("href=\"(/items/[^?\"]+)");
    Browser.Page before = analyst.get(item + "?case=2026-CO-1180");
    assertThat(before.html()).doesNotContain("1984-11-03");
    Browser.Page read =
        analyst.post(
            item,
            "once",
            before.once("reading"),
            "case",
            "2026-CO-1180",
            "reason",
            "para el informe");
    assertThat(read.html()).contains("id=\"entity\"").contains("1984-11-03").contains("H1");
    assertThat(duty.get("/recalls").html()).contains("2026-CO-1180").contains("para el informe");
  }

  @Test
  void question_sentTwiceIsAskedOnce() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page preview =
        analyst.post("/ask", question("grounds", "evidence", "p.alias", "Una sola vez"));
    String once = preview.once("foreseen");
    Browser.Page first = analyst.post(preview.path(), "once", once);
    Browser.Page second = analyst.post(preview.path(), "once", once);
    assertThat(second.path()).isEqualTo(first.path());
  }

  @Test
  void form_ofAnotherSessionChangesNothing() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page preview = analyst.post("/ask", question("grounds", "evidence"));
    Browser.Page stale = analyst.post(preview.path(), "once", "00");
    assertThat(stale.path()).isEqualTo("/");
    assertThat(stale.html()).contains("sesión anterior");
  }

  @Test
  void question_onMigrationGroundIsRefusedHereWithGateReasonAndProof() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page refused = ask(analyst, question("grounds", "migration-status"));
    assertThat(refused.html()).contains("G13-migration").contains("rechazada aquí");
    assertThat(refused.html()).containsPattern("/ledger#entry-[0-9]+");
    assertThat(analyst.get("/").html()).contains("G13-migration");
  }

  @Test
  void question_withoutCaseReachesTheGate() {
    Browser analyst = new Browser(co(), "analyst");
    List<String> fields = new ArrayList<>(List.of(question("grounds", "evidence")));
    fields.set(fields.indexOf("2026-CO-1180"), "");
    assertThat(ask(analyst, fields.toArray(String[]::new)).html()).contains("G13-case");
  }

  @Test
  void form_lackingFieldsComesBackWithWhatWasTyped() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page again = analyst.post("/ask", "kind", "person", "p.name", "Ana Ejemplo");
    assertThat(again.html()).contains("id=\"lacking\"").contains("value=\"Ana Ejemplo\"");
    assertThat(again.path()).doesNotContain("Ana");
  }

  @Test
  void authority_signsOnlyWithItsPassphrase() {
    Browser analyst = new Browser(co(), "analyst");
    Browser.Page waiting = ask(analyst, question("grounds", "evidence", "wanted", "phone"));
    assertThat(waiting.html()).contains("espera a una autoridad");
    String path = waiting.path().replace("/questions/", "/authorise/");
    Browser authority = new Browser(co(), "prosecutor");
    Browser.Page text = authority.get(path);
    String hash = text.find("name=\"hash\" value=\"([0-9a-f]{64})\"");
    Browser.Page wrong =
        authority.post(path, "once", text.once("sign"), "hash", hash, "passphrase", "otra");
    assertThat(wrong.html()).contains("id=\"problem\"");
    Browser.Page again = authority.get(path);
    Browser.Page signed =
        authority.post(
            path, "once", again.once("sign"), "hash", hash, "passphrase", Stage.PASSPHRASE);
    assertThat(signed.html()).contains("id=\"done\"");
    assertThat(analyst.get(waiting.path()).html()).doesNotContain("espera a una autoridad");
  }

  @Test
  void everyPage_standsInBothLanguagesForEveryRole() {
    for (String role : co().officers().keySet()) {
      Browser browser = new Browser(co(), role);
      List<String> ways =
          new Matcher[] {Pattern.compile("id=\"way-[a-z]+\"").matcher(browser.get("/").html())}
              [0].results()
              .map(result -> result.group().replaceAll("id=\"way-|\"", ""))
              .map(way -> way.equals("today") ? "/" : "/" + way)
              .toList();
      assertThat(ways).contains("/");
      for (String way : ways) {
        for (String language : List.of("es", "en")) {
          Browser.Page page = browser.get(way + "?lang=" + language);
          assertThat(page.status()).as(role + " " + way).isEqualTo(200);
          assertThat(page.html())
              .as(role + " " + way)
              .contains("<html lang=\"" + language + "\"")
              .doesNotContain("??");
        }
      }
    }
  }

  @Test
  void agreement_showsArticlesBesideExecutedRules() {
    Browser.Page page =
        new Browser(co(), "auditor").get("/agreements/co-ve-2026-cooperation?lang=es");
    assertThat(page.html()).contains("art-4.1").contains("La máquina abre").doesNotContain("??");
  }

  @Test
  void reason_namesWhatTheClauseAsksFor() {
    String[] early = question("grounds", "evidence");
    early[List.of(early).indexOf("stage") + 1] = "inquiry";
    Browser.Page preview = new Browser(co(), "analyst").post("/ask", early);
    assertThat(preview.html()).contains("art-4.1").contains("La cláusula pide: ");
  }

  @Test
  void authority_contestsAMandateAloneAndRecognisesItAgain() {
    Browser authority = new Browser(co(), "authority");
    Browser.Page before = authority.get("/agreements");
    Browser.Page contested =
        authority.post(
            "/mandates/EC/contest", "once", before.once("change-EC"), "reason", "dos gobiernos");
    assertThat(contested.html())
        .contains("id=\"done\"")
        .contains("disputado por nosotros")
        .contains("dos gobiernos");
    Browser.Page again =
        authority.post(
            "/mandates/EC/recognise", "once", contested.once("change-EC"), "reason", "elecciones");
    assertThat(again.html()).contains("id=\"done\"").doesNotContain("dos gobiernos");
    assertThat(new Browser(co(), "analyst").get("/agreements").html())
        .contains("id=\"mandates\"")
        .doesNotContain("change-EC");
  }

  @Test
  void operator_opensUnlocksAndClosesAccounts() {
    Browser operator = new Browser(co(), "operator");
    Browser.Page list = operator.get("/accounts");
    String[] account = {
      "id",
      "suplente",
      "agency",
      "co-policia",
      "unit",
      "turno",
      "agencyKind",
      "police",
      "language",
      "es",
      "roles",
      "analyst"
    };
    Browser.Page weak = opened(operator, list, account, "corta");
    assertThat(weak.html()).contains("id=\"problem\"").contains("demasiado corta");
    Browser.Page open = opened(operator, weak, account, "cuatro palabras de ensayo");
    assertThat(open.html()).contains("id=\"done\"").contains("/accounts/suplente");
    Browser.Page other = operator.get("/accounts/" + officer("duty"));
    Browser.Page unlocked = operator.post(other.path() + "/unlock", "once", other.once("unlock"));
    assertThat(unlocked.html()).contains("id=\"done\"").doesNotContain("id=\"unlock\"");
    Browser.Page closed = operator.post(other.path() + "/close", "once", unlocked.once("close"));
    assertThat(closed.html()).contains("id=\"reopen\"");
    Browser.Page own = operator.get("/accounts/" + officer("operator"));
    assertThat(own.html()).doesNotContain("id=\"close\"");
    assertThat(operator.post(own.path() + "/close", "once", own.once("set-password")).html())
        .contains("id=\"problem\"");
    assertThat(new Browser(co(), "analyst").get("/accounts").status()).isEqualTo(403);
  }

  private static String officer(String name) {
    return Objects.requireNonNull(co().officers().get(name)).id().value();
  }

  private static Browser.Page opened(
      Browser operator, Browser.Page from, String[] account, String password) {
    return operator.post(
        "/accounts",
        Stream.concat(
                Stream.of(account),
                Stream.of("once", from.once("new-account"), "password", password))
            .toArray(String[]::new));
  }

  @Test
  void agreements_areTheAuthoritysAndOperatorsToAdopt() {
    assertThat(new Browser(co(), "analyst").get("/adopt").status()).isEqualTo(403);
    assertThat(new Browser(co(), "authority").get("/adopt").html()).contains("id=\"put\"");
  }

  @Test
  void wrongTurns_areExplained() {
    Browser analyst = new Browser(co(), "analyst");
    assertThat(analyst.get("/questions/019aa000-0000-7000-8000-000000000000").status())
        .isEqualTo(404);
    assertThat(analyst.get("/questions/nothing").status()).isEqualTo(404);
    assertThat(analyst.get("/decisions").status()).isEqualTo(403);
    assertThat(analyst.get("/nowhere").html()).contains("Aquí no hay nada");
    assertThat(new Browser(co(), "").get("/login").html()).contains("id=\"username\"");
    assertThat(new Browser(co(), "").get("/login?error").html()).contains("id=\"login-notice\"");
    assertThat(new Browser(co(), "").get("/verify").html()).contains("id=\"verify\"");
  }
}
