// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static String marked(List<Difference.Part> parts) {
    return parts.stream()
        .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }

  @Test
  void between_marksNamesInAnotherOrder() {
    Difference difference = Difference.between("Ejemplo Prueba Darío", "Darío Ejemplo Prueba");
    assertThat(marked(difference.left())).isEqualTo("Ejemplo Prueba [Darío]");
    assertThat(marked(difference.right())).isEqualTo("[Darío] Ejemplo Prueba");
  }

  @Test
  void between_marksOnlyWhatDiffersInADate() {
    Difference difference = Difference.between("1984-03-11", "1984-11-03");
    assertThat(marked(difference.left())).startsWith("1984-").contains("[");
    assertThat(marked(difference.right())).startsWith("1984-").contains("[");
  }

  @Test
  void between_ignoresCase() {
    assertThat(marked(Difference.between("ANA", "Ana").left())).isEqualTo("ANA");
  }

  @Test
  void between_marksNothingWhereOneSideIsEmpty() {
    assertThat(marked(Difference.between("", "Ana Ejemplo").right())).isEqualTo("Ana Ejemplo");
  }

  @Test
  void toString_showsNobody() {
    assertThat(Difference.between("Ana", "Ana")).asString().doesNotContain("Ana");
  }
}
