// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lat.enlace.exchange.port.Clock;
import tools.jackson.databind.JsonNode;

/// The folders of two nodes as a build left them, in one archive: what happened between them, what
/// their API showed of it, and a question that was still on its way.
final class OlderBuild {
  /// What every officer may list, and who lists it.
  private static final Map<String, String> SHOWN =
      new TreeMap<>(
          Map.of(
              "/questions", "analyst",
              "/requests", "analyst",
              "/spontaneous", "analyst",
              "/alerts", "analyst",
              "/desk/alerts", "duty-officer",
              "/inquiries", "duty-officer",
              "/warnings", "duty-officer",
              "/recalls", "duty-officer",
              "/instruments", "authority"));

  private static final String ROOT = "@ROOT@";
  private static final String SETTINGS = "node.properties";
  private static final String SHOWN_FILE = "shown.json";
  private static final String AT_FILE = "at";

  private final Path root;

  private OlderBuild(Path root) {
    this.root = root;
  }

  /// Two new nodes, a working day between them, stopped with a question on its way; into {@code
  /// archive}.
  static void leave(Path root, Path archive) throws Exception {
    NodePair pair = new NodePair(root).at(20461, 20462, 20463, 20464).make();
    pair.hold("VE", SampleQuestion.SUBJECT);
    try (OpenNode node = pair.open("CO")) {
      WorkingDay.secondOfficer(node);
    }
    Map<String, JsonNode> shown;
    try (RunningNode _ = pair.start("VE");
        RunningNode _ = pair.start("CO")) {
      new WorkingDay(pair).pass();
      shown = shown(pair, "CO");
      shown.putAll(shown(pair, "VE"));
    }
    try (RunningNode _ = pair.start("CO")) {
      RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
      analyst.post(
          "/questions",
          SampleQuestion.about("Ana Lucia Ejemplo Prueba", "1980-02-03", "CO-2026-7"));
    }
    Files.writeString(root.resolve(SHOWN_FILE), RestCaller.json(shown));
    Files.writeString(root.resolve(AT_FILE), Instant.now().toString());
    pack(root, archive);
  }

  /// Puts an archive into {@code root}.
  static OlderBuild of(Path archive, Path root) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = root.resolve(entry.getName()).normalize();
        Files.createDirectories(file.getParent());
        byte[] content = zip.readAllBytes();
        Files.write(
            file,
            entry.getName().endsWith(SETTINGS) ? moved(content, ROOT, root.toString()) : content);
        keepPrivate(file);
      }
    }
    return new OlderBuild(root);
  }

  /// The nodes, stopped.
  NodePair pair() {
    return NodePair.standing(root);
  }

  /// Goes on from the moment at which the older build stopped.
  Clock clock() throws IOException {
    Instant then = Instant.parse(Files.readString(root.resolve(AT_FILE)));
    Duration since = Duration.between(then, Instant.now());
    return () -> Instant.now().minus(since).plus(Duration.ofMinutes(1));
  }

  /// What the older build showed, by state and path.
  JsonNode shown() throws IOException {
    return RestCaller.read(root.resolve(SHOWN_FILE));
  }

  /// What the API of a running node shows.
  static Map<String, JsonNode> shown(NodePair pair, String state) throws Exception {
    Map<String, JsonNode> all = new HashMap<>();
    for (Map.Entry<String, String> one : SHOWN.entrySet()) {
      RestCaller caller = new RestCaller(pair.url(state), one.getValue(), NodePair.PASSWORD);
      all.put(state + " " + one.getKey(), caller.get(one.getKey()));
    }
    return all;
  }

  /// Only the owner may read keys and settings.
  private static void keepPrivate(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
  }

  private static void pack(Path root, Path archive) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        byte[] content = Files.readAllBytes(file);
        zip.write(file.endsWith(SETTINGS) ? moved(content, root.toString(), ROOT) : content);
        zip.closeEntry();
      }
    }
  }

  private static byte[] moved(byte[] settings, String from, String to) {
    return new String(settings, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }
}
