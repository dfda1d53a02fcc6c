// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The published schemas accept what the reader accepts, and refuse what they can of what it
/// refuses.
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"co-ve", "co-ec", "co-br"})
  void schema_acceptsTheSampleAgreements(String name) throws Exception {
    assertThat(faults("instrument", SampleInstruments.text(name).value())).isEmpty();
  }

  @Test
  void schema_acceptsTheSampleAccession() throws Exception {
    SignedInstrument base =
        SignedInstrument.verify(
            SampleInstruments.signed(SampleInstruments.text("co-br").value(), List.of("co", "br"))
                .bytes());

    assertThat(faults("accession", SampleInstruments.accession(base, "PE", "pe"))).isEmpty();
  }

  /// What the reader refuses and the schema lets pass is listed by name, so that the list shrinks
  /// or is explained.
  @Test
  void schema_acceptsOnlyTheFaultsThatAreListedAsBeyondIt() throws Exception {
    String good = SampleInstruments.text("co-ve").value();
    TreeSet<String> beyond = new TreeSet<>();
    try (Stream<Path> files =
        Files.list(SampleInstruments.folder("vectors/instrument/agreement/refused"))) {
      for (Path file : files.toList()) {
        JsonNode mutation = JSON.readTree(Files.readString(file));
        String bad = mutated(good, mutation);
        if (isYaml(bad) && faults("instrument", bad).isEmpty()) {
          beyond.add(file.getFileName().toString().replace(".json", ""));
        }
      }
    }

    assertThat(beyond)
        .containsExactlyElementsOf(
            SampleInstruments.file("vectors/instrument/agreement/beyond-schema.txt")
                .lines()
                .toList());
  }

  private static String mutated(String good, JsonNode mutation) {
    String find = mutation.get("find").asString();
    int at = good.indexOf(find);
    return good.substring(0, at)
        + mutation.get("put").asString()
        + good.substring(at + find.length());
  }

  private static boolean isYaml(String text) {
    try {
      return load(text) != null;
    } catch (YamlEngineException e) {
      return false;
    }
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static List<String> faults(String name, String yaml) throws IOException {
    String json = JSON.writeValueAsString(load(yaml));
    return schema(name).validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema schema(String name) throws IOException {
    try (var in =
        SchemaTest.class.getResourceAsStream("/lat/enlace/instrument/schema/" + name + ".json")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
