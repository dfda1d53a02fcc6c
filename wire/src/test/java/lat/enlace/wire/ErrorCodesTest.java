// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
  @Test
  void errors_areAllInTheCatalogue() throws Exception {
    String catalogue = Files.readString(Vectors.root().resolve("docs/spec/errors.md"));
    String section = catalogue.substring(catalogue.indexOf("## wire")).split("\n## ", 2)[0];
    assertThat(
            section
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3))))
        .containsExactlyElementsOf(Stream.of(WireException.Code.values()).map(Enum::name).toList());
  }

  @Test
  void exception_saysItsCodeAndNothingElse() {
    assertThat(new WireException(WireException.Code.NOT_JSON)).hasMessage("NOT_JSON").hasNoCause();
  }

  @Test
  void parse_rejectsWhatCouldBeASentence() {
    for (String bad : new String[] {"", "A", "not found", "Not_Found", "A".repeat(65), "A\nB"}) {
      assertThatThrownBy(() -> ErrorCode.parse(bad)).hasMessage("VALUE_INVALID");
    }
  }
}
