// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about sources that bytecode does not show.
class SourceRulesTest {
  private static final int MAX_LINES = 400;

  /// Loops of the node that a bug in one turn must not end: they name the type of what failed in
  /// the log and go on.
  private static final Set<String> LOOPS =
      Set.of(
          "node/src/main/java/lat/enlace/node/ops/Heartbeat.java",
          "node/src/main/java/lat/enlace/node/peer/PeerServer.java",
          "node/src/main/java/lat/enlace/node/peer/Deliveries.java");

  private static final Path ROOT = Path.of(System.getProperty("enlace.root"));

  @Test
  void files_holdOneIdea() throws IOException {
    assertThat(sources().filter(file -> lines(file).size() > MAX_LINES)).isEmpty();
  }

  @Test
  void packages_areDocumentedAndNullMarked() throws IOException {
    Stream<Path> packages =
        sources()
            .filter(file -> file.toString().contains("/src/main/"))
            .map(Path::getParent)
            .distinct();
    assertThat(packages)
        .allSatisfy(folder ->
            assertThat(lines(folder.resolve("package-info.java")))
                .as("%s/package-info.java", folder)
                .contains("@NullMarked")
                .anyMatch(line -> line.startsWith("///")));
  }

  @Test
  void sources_holdNoUnfinishedPlaces() throws IOException {
    Pattern unfinished =
        Pattern.compile(
            "TO" + "DO|FIX" + "ME|X" + "XX|new UnsupportedOperation" + "Exception|@Dis" + "abled");
    assertThat(
            sources()
                .flatMap(file ->
                    lines(file).stream()
                        .filter(unfinished.asPredicate())
                        .map(line -> file.getFileName() + ": " + line)))
        .isEmpty();
  }

  @Test
  void catchAlls_standOnlyWhereTheEdgeIs() throws IOException {
    Pattern catchAll = Pattern.compile("catch \\((Exception|Throwable|RuntimeException) ");
    assertThat(
            sources()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> lines(file).stream().anyMatch(catchAll.asPredicate()))
                .map(file -> ROOT.relativize(file).toString())
                .filter(file -> !file.startsWith("testkit/")))
        .allMatch(file ->
            file.endsWith("Edge.java") || file.endsWith("Main.java") || LOOPS.contains(file));
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
      return found.stream();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
