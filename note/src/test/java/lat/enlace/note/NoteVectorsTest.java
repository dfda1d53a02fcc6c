// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every file of `vectors/note`; the name of a file is the reason it passes or fails.
class NoteVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Reads what a vector holds, or throws.
  private interface Reading {
    Object read(JsonNode vector) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> notes() throws Exception {
    return cases("notes", NoteVectorsTest::verifyNote);
  }

  @TestFactory
  Stream<DynamicTest> keys() throws Exception {
    return cases("keys", vector -> VerifierKey.parse(vector.get("key").asString()));
  }

  private static Object verifyNote(JsonNode vector) throws Exception {
    List<VerifierKey> required = new ArrayList<>();
    for (JsonNode key : vector.get("required")) {
      required.add(VerifierKey.parse(key.asString()));
    }
    return Note.parse(Bytes.fromBase64(vector.get("noteBase64").asString())).verifyAll(required);
  }

  private static Stream<DynamicTest> cases(String kind, Reading reading) throws Exception {
    Path root = Path.of(System.getProperty("enlace.root", ".."));
    List<Path> files;
    try (Stream<Path> found = Files.list(root.resolve("vectors/note").resolve(kind))) {
      files = found.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> check(JSON.readTree(file.toFile()), reading)));
  }

  private static void check(JsonNode vector, Reading reading) throws Exception {
    String outcome;
    try {
      reading.read(vector);
      outcome = "ok";
    } catch (NoteException e) {
      outcome = e.code().name();
    }
    assertThat(outcome).isEqualTo(vector.get("expect").asString());
  }
}
