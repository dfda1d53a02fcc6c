// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lat.enlace.instrument.InstrumentReader;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every case under vectors/instrument/decide, at the node that asks and at the node that is asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecideVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "vectors/instrument/decide";
  private static final String DAY = "2026-11-21";

  private final Map<String, CompiledInstrument> compiled = new HashMap<>();

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (Path file : files()) {
      for (Side side : Side.values()) {
        all.add(Arguments.of(file.getFileName().toString(), side));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void decide_answersAsTheVectorSays(String name, Side side) throws Exception {
    JsonNode vector = JSON.readTree(SampleInstruments.file(FOLDER + "/" + name));
    Decision decision = decide(vector, side);

    List<String> expected = new ArrayList<>();
    vector.get("codes").forEach(code -> expected.add(code.asString()));
    assertThat(outcome(decision)).isEqualTo(vector.get("expect").asString());
    assertThat(new TreeSet<>(codes(decision))).isEqualTo(new TreeSet<>(expected));
    if (decision instanceof Decision.Refuse refuse) {
      assertThat(refuse.concealed()).isEqualTo(vector.get("concealed").asBoolean());
    }
  }

  /// What came of one vector at one node.
  ///
  /// @param changed the keys by which it differs from the plain question, the day and the sample
  private record Outcome(Set<String> changed, Decision decision) {
    List<Reason> reasons() {
      return switch (decision) {
        case Decision.Permit permit -> List.of();
        case Decision.Escalate escalate -> escalate.reasons();
        case Decision.Refuse refuse -> refuse.reasons();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectors_refuseAtEachGateAloneAndPermitItsTwin(Side side) throws Exception {
    List<Outcome> outcomes = outcomes(side);
    for (Gate gate : Gate.values()) {
      assertTwins(outcomes, List.of(new Reason.OfGate(gate)), gate.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectors_holdEachShortfallAloneAndPermitItsTwin(Side side) throws Exception {
    List<Outcome> outcomes = outcomes(side);
    for (Shortfall shortfall : Shortfall.values()) {
      List<Reason> alone =
          outcomes.stream()
              .map(Outcome::reasons)
              .filter(reasons -> reasons.size() == 1)
              .flatMap(List::stream)
              .filter(reason ->
                  reason instanceof Reason.OfClause clause && clause.shortfall() == shortfall)
              .distinct()
              .toList();
      assertThat(alone).as(shortfall.key()).isNotEmpty();
      assertTwins(outcomes, alone, shortfall.key());
    }
  }

  /// Some vector is held for one of {@code reasons} and nothing else, and another that says
  /// something else of the same keys is permitted.
  private static void assertTwins(List<Outcome> outcomes, List<Reason> reasons, String what) {
    List<Outcome> held =
        outcomes.stream()
            .filter(outcome ->
                outcome.reasons().size() == 1 && reasons.contains(outcome.reasons().getFirst()))
            .toList();
    assertThat(held).as("%s closes alone", what).isNotEmpty();
    assertThat(outcomes)
        .as("%s is open in a twin", what)
        .anyMatch(outcome ->
            outcome.decision() instanceof Decision.Permit
                && held.stream().anyMatch(one -> one.changed().equals(outcome.changed())));
  }

  private List<Outcome> outcomes(Side side) throws Exception {
    List<Outcome> all = new ArrayList<>();
    for (Path file : files()) {
      JsonNode vector = JSON.readTree(Files.readString(file));
      all.add(new Outcome(changed(vector), decide(vector, side)));
    }
    return all;
  }

  private static Set<String> changed(JsonNode vector) {
    Set<String> keys = new TreeSet<>();
    for (Map.Entry<String, JsonNode> change : vector.get("changes").properties()) {
      if (change.getKey().equals("context")) {
        change.getValue().propertyNames().forEach(key -> keys.add("context." + key));
      } else {
        keys.add(change.getKey());
      }
    }
    if (vector.has("day")) {
      keys.add("day");
    }
    if (vector.has("agreement")) {
      keys.add(vector.get("agreement").toString());
    }
    return keys;
  }

  @Test
  void gates_haveCodesOfTheirOwn() {
    assertThat(Stream.of(Gate.values()).map(Coded::code)).doesNotHaveDuplicates();
  }

  private Decision decide(JsonNode vector, Side side) throws Exception {
    AskedText asked = asked(vector, side);
    return compiled(vector).decide(asked.question(), asked.context());
  }

  /// The sample agreement, on the day and with the text the vector asks for.
  private CompiledInstrument compiled(JsonNode vector) throws Exception {
    String day = vector.path("day").asString(DAY);
    String key = day + vector.path("agreement");
    CompiledInstrument known = compiled.get(key);
    if (known != null) {
      return known;
    }
    String text = SampleInstruments.text("co-ve").value();
    for (Map.Entry<String, JsonNode> change : vector.path("agreement").properties()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue().asString());
    }
    CompiledInstrument fresh =
        CompiledInstrument.on(
            LocalDate.parse(day), InstrumentReader.read(new InstrumentText(text)));
    compiled.put(key, fresh);
    return fresh;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SampleInstruments.folder(FOLDER))) {
      return files
          .filter(file -> !file.getFileName().toString().equals("base.json"))
          .sorted()
          .toList();
    }
  }

  private static AskedText asked(JsonNode vector, Side side) throws Exception {
    ObjectNode question = (ObjectNode) JSON.readTree(SampleInstruments.file(FOLDER + "/base.json"));
    for (Map.Entry<String, JsonNode> change : vector.get("changes").properties()) {
      if (change.getValue().isNull()) {
        question.remove(change.getKey());
      } else {
        question.set(change.getKey(), change.getValue());
      }
    }
    question.put("side", side.code());
    return AskedText.read(question.toString(), ConfidenceLevel.HIT_NO_HIT);
  }

  private static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit -> "permit";
      case Decision.Escalate escalate -> "escalate";
      case Decision.Refuse refuse -> "refuse";
    };
  }

  private static List<String> codes(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit -> permit.clauses().stream().map(ClauseId::value).toList();
      case Decision.Escalate escalate -> escalate.reasons().stream().map(Reason::code).toList();
      case Decision.Refuse refuse -> refuse.reasons().stream().map(Reason::code).toList();
    };
  }
}
