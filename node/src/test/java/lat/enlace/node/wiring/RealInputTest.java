// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Links;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.Role;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.node.ops.CaseFields;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.ops.PathSource;
import lat.enlace.workbench.Imports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as they come, in real nodes: lists as claims, case subjects from FollowTheMoney and CSV;
/// asked about by names that are misspelt, reordered or in another script.
class RealInputTest {
  private static final Path ROOT = Path.of(System.getProperty("enlace.root", ".."));
  private static final Path LISTS = ROOT.resolve("../shared/data/lists");

  @TempDir private Path folder = Path.of("");
  private NodePair pair = new NodePair(folder);

  @BeforeEach
  void make() throws Exception {
    pair = new NodePair(folder).make();
  }

  @Test
  void inventedLists_areClaimsForOwnOfficersAndNotForPartners() throws Exception {
    try (OpenNode co = pair.open("CO");
        OpenNode ve = pair.open("VE")) {
      claims(ve, "un-sample", ROOT.resolve("samples/lists/un-sample.xml"), 3);
      claims(ve, "ofac-sample", ROOT.resolve("samples/lists/ofac"), 3);
      assertThat(own(ve, "Quimera Ficticio, Ramiro Ejenplo", "1979-04-12")).contains("900001");
      assertThat(own(ve, "Игнат Вымышленко", "1966-09-30")).contains("900002");
      assertThat(own(ve, "Ejenplo Segundo Ana María", "1971-03-03")).isNotEmpty();

      assertThat(asked(co, ve, "Ramiro Ejemplo Quimera Ficticio", "1979-04-12"))
          .isEqualTo(AskedQuestion.State.NO_HIT);
    }
  }

  @Test
  void caseSubjects_fromCsvAndFollowTheMoneyAnswerAPartnersQuestion() throws Exception {
    try (OpenNode co = pair.open("CO");
        OpenNode ve = pair.open("VE")) {
      subjects(ve, "samples/holdings/people.csv", CaseFields.NONE, 3);
      CaseFields ofFile =
          new CaseFields(
              Map.of(
                  "case", "2026-VE-0777",
                  "offence", "0601",
                  "category", "suspect-committed",
                  "stage", "charged"));
      Path people = Files.createTempFile(folder, "people", ".jsonl");
      Files.writeString(
          people, Files.readAllLines(ROOT.resolve("samples/holdings/people.jsonl")).getFirst());
      subjects(ve, people.toString(), ofFile, 1);

      assertThat(asked(co, ve, "De La Ficcion Rios, Jose Antonio", "1988-07-19"))
          .isEqualTo(AskedQuestion.State.HIT);
      assertThat(asked(co, ve, "Elbira Figurado Tores", "1974-11-02"))
          .isEqualTo(AskedQuestion.State.HIT);
      assertThat(asked(co, ve, "Simulado Wilmer Abdula", "1983-01-20"))
          .isEqualTo(AskedQuestion.State.HIT);
      assertThat(asked(co, ve, "Teodulfo Inexistente Ningures", "1966-01-02"))
          .isEqualTo(AskedQuestion.State.NO_HIT);
    }
  }

  @Test
  void realLists_areSearchedByOwnOfficers() throws Exception {
    assumeTrue(Files.exists(LISTS), "the lists of ../shared/data are not here");
    try (OpenNode ve = pair.open("VE")) {
      Imports.Report un =
          files(ve)
              .claims(
                  NodePair.officer("VE", "duty", Role.DUTY_OFFICER),
                  "un-sc-consolidated",
                  PathSource.of(LISTS.resolve("un/un-2025-04-19.xml")));
      Imports.Report ofac =
          files(ve)
              .claims(
                  NodePair.officer("VE", "duty", Role.DUTY_OFFICER),
                  "ofac-sdn",
                  PathSource.of(LISTS.resolve("ofac")));
      assertThat(un.problem()).isEmpty();
      assertThat(un.loaded()).isGreaterThan(500);
      assertThat(ofac.problem()).isEmpty();
      assertThat(ofac.loaded()).isGreaterThan(1000);
      assertThat(own(ve, "Anwari, Mohamad Tahir", "1961")).contains("110447");
      assertThat(own(ve, "محمد طاهر أنوري", "1961")).contains("110447");
    }
  }

  @Test
  void listInTheWrongEncoding_isNeverHalfLoaded() throws Exception {
    Path wrong = LISTS.resolve("un/un-2025-08-16-wrong-encoding.xml");
    assumeTrue(Files.exists(wrong), "the lists of ../shared/data are not here");
    try (OpenNode ve = pair.open("VE")) {
      Imports.Report report =
          files(ve)
              .claims(
                  NodePair.officer("VE", "duty", Role.DUTY_OFFICER),
                  "un-sc-consolidated",
                  PathSource.of(wrong));
      long held = ve.core().with(exchange -> exchange.holdings().counts().claims());
      assertThat(held).isEqualTo(report.loaded());
      String said =
          report.problem().isEmpty() ? report.warnings().getFirst() : report.problem().getFirst();
      assertThat(said).contains("line ", "byte ");
    }
  }

  private static void claims(OpenNode node, String list, Path file, int loaded) throws Exception {
    Imports.Report report =
        files(node)
            .claims(NodePair.officer("VE", "duty", Role.DUTY_OFFICER), list, PathSource.of(file));
    assertThat(report.problem()).isEmpty();
    assertThat(report.loaded()).isEqualTo(loaded);
  }

  private static void subjects(OpenNode node, String file, CaseFields ofFile, int loaded)
      throws Exception {
    Bytes content = Bytes.copyOf(Files.readAllBytes(ROOT.resolve(file)));
    Imports.Report report =
        files(node).subjects(NodePair.officer("VE", "duty", Role.DUTY_OFFICER), content, ofFile);
    assertThat(report.problem()).isEmpty();
    assertThat(report.loaded()).isEqualTo(loaded);
  }

  private static HoldingFiles files(OpenNode node) {
    return new HoldingFiles(node.core(), OpenNode.systemClock());
  }

  private static List<String> own(OpenNode node, String name, String born) throws Exception {
    return node.core()
        .with(exchange ->
            exchange
                .holdings()
                .search(
                    NodePair.officer("VE", "analyst", Role.ANALYST),
                    person(name, born),
                    new CaseReference("2026-VE-0001"),
                    "búsqueda inventada")
                .stream()
                .map(found -> found.candidate().id().value())
                .toList());
  }

  /// Asks, carries every batch there and back, and says what became of the question.
  private static AskedQuestion.State asked(OpenNode co, OpenNode ve, String name, String born)
      throws Exception {
    AskForm form =
        new AskForm(
            Set.of(NodePair.node("VE")),
            "2026-CO-0001",
            "Ley inventada 906, art. 205",
            new OffenceCode("0601"),
            Purpose.ORGANISED_CRIME,
            Set.of(TransnationalElement.EFFECTS_ELSEWHERE),
            person(name, born),
            SubjectCategory.SUSPECT_COMMITTED,
            ProceduralStage.CHARGED,
            Set.of(Ground.EVIDENCE),
            Set.of(DataCategory.IDENTITY),
            Urgency.U8H,
            "investigación inventada");
    var analyst = NodePair.officer("CO", "analyst", Role.ANALYST);
    AskedQuestion question =
        co.core().with(exchange -> exchange.asking().ask(analyst, form)).getFirst();
    for (int round = 0; round < 6; round++) {
      deliver(co, "CO", ve, "VE");
      deliver(ve, "VE", co, "CO");
    }
    return co.core().with(exchange -> exchange.asking().question(analyst, question.id())).state();
  }

  private static void deliver(OpenNode from, String sender, OpenNode to, String receiver)
      throws Exception {
    Optional<Links.Outgoing> outgoing =
        from.core().with(exchange -> exchange.links().next(NodePair.node(receiver)));
    if (outgoing.isPresent()) {
      Bytes ack =
          to.core()
              .with(exchange ->
                  exchange.links().receive(NodePair.node(sender), outgoing.get().envelope()));
      from.core()
          .with(exchange -> {
            exchange.links().delivered(outgoing.get(), ack);
            return true;
          });
    }
  }

  private static Entity person(String name, String born) {
    List<Statement> statements = new ArrayList<>();
    statements.add(statement(Property.NAME, name));
    statements.add(statement(Property.BIRTH_DATE, born));
    return new Entity(new EntityId("asked"), Schema.PERSON, statements);
  }

  private static Statement statement(Property property, String value) {
    return new Statement(
        property, value, StatementKind.FACT, Grading.UNASSESSED, "officer", Instant.EPOCH);
  }
}
