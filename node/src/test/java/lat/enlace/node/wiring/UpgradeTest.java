// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Nodes as builds before this one left them (`vectors/upgrade`, one archive each): this build
/// opens them, finds nothing hurt, shows all they showed, and delivers what was on its way
/// (docs/operate/upgrade.md).
class UpgradeTest {
  /// The archive to make, if one is to be made.
  private static final String MAKE = System.getProperty("enlace.upgrade.make", "");

  /// What the question on its way adds to.
  private static final Set<String> COUNTS = Set.of("decisions");

  @TempDir private Path root;

  static Stream<Path> archives() throws IOException {
    Path folder =
        Path.of(Objects.requireNonNull(System.getProperty("enlace.root")), "vectors", "upgrade");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void aNodeOfABuildBefore_goesOnWithAllItHad(Path archive) throws Exception {
    OlderBuild older = OlderBuild.of(archive, root);
    NodePair pair = older.pair();
    for (String state : List.of("CO", "VE")) {
      assertThat(FolderCheckTest.broken(pair.folder(state))).as(state).isEmpty();
    }
    JsonNode shown = older.shown();
    assertThat(shown.size()).isGreaterThan(10);
    try (RunningNode _ = RunningNode.start(pair.open("VE", older.clock()))) {
      assertShows(shown, OlderBuild.shown(pair, "VE"));
      try (RunningNode _ = RunningNode.start(pair.open("CO", older.clock()))) {
        RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
        SampleQuestion.await(
            analyst, "/questions", list -> list.get(0).get("state").asString().equals("hit"));
        assertShows(shown, OlderBuild.shown(pair, "CO"));
      }
    }
    for (String state : List.of("CO", "VE")) {
      assertThat(FolderCheckTest.broken(pair.folder(state))).as(state).isEmpty();
    }
  }

  /// All that was shown before, wherever more is shown now.
  private static void assertShows(JsonNode before, Map<String, JsonNode> now) {
    now.forEach((path, list) -> {
      assertThat(before.get(path)).as(path).isNotNull();
      for (JsonNode one : before.get(path)) {
        assertThat(list).as(path).anyMatch(shown -> holds(one, shown));
      }
    });
  }

  private static boolean holds(JsonNode before, JsonNode now) {
    if (!before.isObject()) {
      return before.equals(now);
    }
    return before
        .propertyStream()
        .filter(field -> !COUNTS.contains(field.getKey()))
        .allMatch(
            field -> now.has(field.getKey()) && holds(field.getValue(), now.get(field.getKey())));
  }

  /// For a release: `-Denlace.upgrade.make=vectors/upgrade/VERSION.zip`.
  @Test
  void archive_isMadeWhereOneIsAskedFor() throws Exception {
    assumeTrue(!MAKE.isEmpty(), "no archive was asked for");
    OlderBuild.leave(root, Path.of(MAKE));
    assertThat(Path.of(MAKE)).isNotEmptyFile();
  }
}
