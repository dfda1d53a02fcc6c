// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables of invented cases in {@code vectors/matching}: each tells two names and whether the
/// engine, at its own threshold, takes them for the same. {@code xfails.json} lists by name what
/// the engine gets wrong: a case that it begins to get right must move to its table.
class CaseTableTest {
  private static final Matcher MATCHER = new Algo1();

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    add("persons.json", Schema.PERSON, cases);
    add("organisations.json", Schema.ORGANIZATION, cases);
    add("vessels.json", Schema.VESSEL, cases);
    return cases.stream();
  }

  private static void add(String file, Schema schema, List<Arguments> cases) throws IOException {
    Path path = Path.of(System.getProperty("enlace.root"), "vectors", "matching", file);
    for (JsonNode node : JsonMapper.shared().readTree(Files.readString(path))) {
      cases.add(Arguments.of(node.get("reason").asString(), schema, node));
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("cases")
  void compare_judgesTheCaseAsTheTableSays(String reason, Schema schema, JsonNode node) {
    Probe left = probe(schema, node, "left");
    Probe right = probe(schema, node, "right");
    Comparison comparison = MATCHER.compare(left, right);
    assertThat(comparison.match())
        .as("%s, score %s", reason, comparison.score().text())
        .isEqualTo(node.get("match").asBoolean());
    assertThat(MATCHER.compare(right, left).score()).isEqualTo(comparison.score());
  }

  static Stream<Arguments> gaps() throws IOException {
    Path path = Path.of(System.getProperty("enlace.root"), "vectors", "matching", "xfails.json");
    return JsonMapper.shared()
        .readTree(Files.readString(path))
        .valueStream()
        .map(node ->
            Arguments.of(
                node.get("reason").asString(),
                Schema.valueOf(node.get("schema").asString().toUpperCase(Locale.ROOT)),
                node));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("gaps")
  void compare_stillGetsWrongWhatIsKnownAsAGap(String reason, Schema schema, JsonNode node) {
    Comparison comparison =
        MATCHER.compare(probe(schema, node, "left"), probe(schema, node, "right"));
    assertThat(comparison.match())
        .as("%s, score %s: move it to its table", reason, comparison.score().text())
        .isNotEqualTo(node.get("match").asBoolean());
  }

  private static Probe probe(Schema schema, JsonNode node, String side) {
    List<Probe.Field> fields = new ArrayList<>();
    fields.add(new Probe.Field(Property.NAME, node.get(side).asString()));
    JsonNode date = node.get(side + "BirthDate");
    if (date != null) {
      fields.add(new Probe.Field(Property.BIRTH_DATE, date.asString()));
    }
    return new Probe(schema, fields);
  }
}
