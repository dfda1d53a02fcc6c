// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import lat.enlace.model.DispatchKind;
import lat.enlace.wire.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The published schemas say what the codec does, but for what a schema cannot say.
class SchemaTest {
  private static final String BASE = "https://enlace.lat/schema/1/";
  private static final String RESOURCES = "/lat/enlace/wire/schema/";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas((String iri) -> resource(iri.substring(BASE.length()))));

  @TestFactory
  Stream<DynamicTest> schema_validatesEverySample() {
    return Vectors.files("dispatch/accepted").stream()
        .map(file ->
            DynamicTest.dynamicTest(Vectors.name(file), () -> assertThat(faults(file)).isEmpty()));
  }

  /// Everything else that the codec refuses and that is JSON, the schema refuses too.
  @Test
  void schema_acceptsOnlyTheFaultsThatAreListedAsBeyondIt() throws Exception {
    TreeSet<String> beyond = new TreeSet<>();
    for (Path file : Vectors.files("dispatch/refused")) {
      if (isJson(file) && faults(file).isEmpty()) {
        beyond.add(Vectors.code(file) + "/" + Vectors.name(file));
      }
    }
    List<String> listed =
        Files.readAllLines(Vectors.root().resolve("vectors/wire/dispatch/beyond-schema.txt"));
    assertThat(beyond).containsExactlyElementsOf(listed);
  }

  @Test
  void schema_existsForEveryKind() {
    for (DispatchKind kind : DispatchKind.values()) {
      assertThat(schema(kind.code())).isNotNull();
    }
  }

  private Schema schema(String kind) {
    return registry.getSchema(SchemaLocation.of(BASE + kind + ".json"));
  }

  private List<String> faults(Path file) {
    JsonNode dispatch = Vectors.json(file);
    String kind = dispatch.at("/header/kind").asString("");
    boolean known = Stream.of(DispatchKind.values()).anyMatch(k -> k.code().equals(kind));
    // Of what names no kind at all, the header's own schema still has something to say.
    return schema(known ? kind : "question")
        .validate(dispatch.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static boolean isJson(Path file) {
    try {
      return Vectors.json(file).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String resource(String name) {
    try (InputStream in = SchemaTest.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
