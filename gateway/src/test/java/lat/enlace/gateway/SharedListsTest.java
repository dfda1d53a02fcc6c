// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads the real lists beside the repository and checks the counts against a plain text search.
class SharedListsTest {
  private static final Path LISTS =
      Path.of(System.getProperty("enlace.root"), "..", "shared", "data", "lists").normalize();
  private static final Provenance PROVENANCE =
      Provenance.record("test", Instant.parse("2026-11-21T00:00:00Z"));

  @BeforeAll
  static void needsSharedLists() {
    Assumptions.assumeTrue(
        Files.isDirectory(LISTS), "left out: ../shared/data/lists is not beside the repository");
  }

  @ParameterizedTest
  @ValueSource(strings = {"un-2018-10-29.xml", "un-2025-04-19.xml"})
  void read_countsEveryEntryOfTheUnList(String name) throws Exception {
    String raw = Files.readString(LISTS.resolve("un").resolve(name));
    List<Entity> entities = new ArrayList<>();
    ImportReport report =
        Holdings.read(FileParts.of(LISTS.resolve("un").resolve(name)), PROVENANCE, entities::add);
    assertThat(report.format()).isEqualTo(HoldingsFormat.UN_XML);
    assertThat(count(entities, Schema.PERSON)).isEqualTo(occurrences(raw, "<INDIVIDUAL>"));
    assertThat(count(entities, Schema.ORGANIZATION)).isEqualTo(occurrences(raw, "<ENTITY>"));
    assertThat(report.counts()).doesNotContainKey(ImportWarning.Code.ENCODING);
    assertThat(report.listed().orElseThrow().datedOn()).isPresent();
  }

  /// Whoever converted this file kept the low byte of every character: its accents are Latin-1, but
  /// its quotes became control characters and its Arabic and Cyrillic names random letters. To load
  /// it with a warning would plant false names.
  @Test
  void read_refusesTheListWithTheWrongEncodingAndNamesLineAndByte() {
    List<Entity> entities = new ArrayList<>();
    assertThatThrownBy(() ->
            Holdings.read(
                FileParts.of(LISTS.resolve("un/un-2025-08-16-wrong-encoding.xml")),
                PROVENANCE,
                entities::add))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.code()).isEqualTo(GatewayException.Code.CONTROL_CHARACTER))
        .hasMessageContaining("line 53, byte 2111")
        .hasMessageContaining("encoding");
    assertThat(entities).isEmpty();
  }

  @Test
  void read_joinsTheOfacFilesAndLeavesTheOthersInTheFolder() throws Exception {
    Path folder = LISTS.resolve("ofac");
    List<Entity> entities = new ArrayList<>();
    ImportReport report = Holdings.read(FileParts.of(folder), PROVENANCE, entities::add);
    List<String> rows = Files.readAllLines(folder.resolve("sdn.csv"));
    assertThat(report.format()).isEqualTo(HoldingsFormat.OFAC_CSV);
    assertThat(entities).hasSize(rows.size());
    assertThat(count(entities, Schema.PERSON)).isEqualTo(matching(rows, "\"individual\""));
    assertThat(count(entities, Schema.VESSEL)).isEqualTo(matching(rows, "\"vessel\""));
    assertThat(count(entities, Schema.AIRPLANE)).isEqualTo(matching(rows, "\"aircraft\""));
    assertThat(report.counts().get(ImportWarning.Code.UNUSED_PART)).isEqualTo(2);
  }

  @Test
  void read_findsTheIdentifiersThatOfacPrintsInItsRemarks() throws Exception {
    Map<String, Set<String>> values = new HashMap<>();
    Holdings.read(
        FileParts.of(LISTS.resolve("ofac")),
        PROVENANCE,
        entity ->
            values.put(
                entity.id().value(),
                new HashSet<>(
                    entity.statements().stream()
                        .filter(statement -> !statement.property().equals(Property.NOTES))
                        .map(Statement::value)
                        .toList())));
    List<String> printed = Files.readAllLines(LISTS.resolve("ofac/identifiers.csv"));
    int found = 0;
    int missed = 0;
    for (String row : printed.subList(1, printed.size())) {
      String[] cells = row.split(",", -1);
      if (cells.length == 5 && values.containsKey(cells[0])) {
        // The printed form keeps the full stop of the remark and the words before an IMO number.
        String value = cells[3].replaceFirst("[.]$", "").replaceFirst("^IMO ", "");
        if (values.get(cells[0]).contains(value)) {
          found++;
        } else {
          missed++;
        }
      }
    }
    assertThat(found).isGreaterThan(50 * missed);
  }

  private static long count(List<Entity> entities, Schema schema) {
    return entities.stream().filter(entity -> entity.schema() == schema).count();
  }

  private static int occurrences(String text, String what) {
    return (int) Pattern.compile(what, Pattern.LITERAL).matcher(text).results().count();
  }

  private static long matching(List<String> rows, String what) {
    return rows.stream().filter(row -> row.contains(what)).count();
  }
}
