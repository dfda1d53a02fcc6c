// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every case under vectors/instrument/decide, at the node that asks and at the node that is asked.
class DecideVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "vectors/instrument/decide";
  private static final CompiledInstrument COMPILED = compiled();

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
    AskedText asked = asked(vector, side);
    Decision decision = COMPILED.decide(asked.question(), asked.context());

    List<String> expected = new ArrayList<>();
    vector.get("codes").forEach(code -> expected.add(code.asString()));
    assertThat(outcome(decision)).isEqualTo(vector.get("expect").asString());
    assertThat(new TreeSet<>(codes(decision))).isEqualTo(new TreeSet<>(expected));
    if (decision instanceof Decision.Refuse refuse) {
      assertThat(refuse.concealed()).isEqualTo(vector.get("concealed").asBoolean());
    }
  }

  @Test
  void vectors_permitAndRefuseAtEveryGate() throws Exception {
    Set<String> refused = new TreeSet<>();
    Set<String> permitted = new TreeSet<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String gate = name.substring(0, name.indexOf('_'));
      if (name.contains("_permitted_")) {
        permitted.add(gate);
      } else {
        refused.add(gate);
      }
    }
    for (Gate gate : EnumSet.allOf(Gate.class)) {
      assertThat(refused).contains(gate.code());
      assertThat(permitted).contains(gate.code());
    }
  }

  @Test
  void gates_haveCodesOfTheirOwn() {
    assertThat(Stream.of(Gate.values()).map(Coded::code)).doesNotHaveDuplicates();
  }

  private static CompiledInstrument compiled() {
    try {
      return CompiledInstrument.on(LocalDate.parse("2026-11-21"), SampleInstruments.read("co-ve"));
    } catch (IOException | InstrumentException e) {
      throw new IllegalStateException(e);
    }
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
