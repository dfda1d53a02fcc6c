// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lat.enlace.model.DispatchKind;
import lat.enlace.wire.Vectors;
import org.junit.jupiter.api.Test;

/// docs/spec/kinds.md and the code name the same kinds.
class KindsTest {
  private static final int COLUMNS = 6;

  @Test
  void kinds_areTheRowsOfTheSpec() throws Exception {
    List<String> rows =
        Files.readAllLines(Vectors.root().resolve("docs/spec/kinds.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1))
            .filter(cell -> cell.length == COLUMNS + 2)
            .map(cell -> cell[1].strip() + " " + cell[2].strip() + " " + cell[3].strip())
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Stream.of(DispatchKind.values()).map(KindsTest::row).toList());
  }

  @Test
  void versions_areReadOneApart() {
    for (DispatchKind kind : DispatchKind.values()) {
      int current = KindVersions.current(kind);
      assertThat(KindVersions.reads(kind, current)).isTrue();
      assertThat(KindVersions.reads(kind, current + 1)).isFalse();
      assertThat(KindVersions.reads(kind, current - 2)).isFalse();
      assertThat(KindVersions.reads(kind, 0)).isFalse();
    }
  }

  private static String row(DispatchKind kind) {
    return "`"
        + kind.code()
        + "` "
        + kind.lane().name().toLowerCase(Locale.ROOT)
        + " "
        + kind.level().code();
  }
}
