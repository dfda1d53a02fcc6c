// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  private static CsvRows open(String text) throws GatewayException {
    return CsvRows.open(FileParts.part("pairs.csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void next_fillsWhatASpreadsheetLeftOutAtTheEnd() throws Exception {
    try (CsvRows rows = open("id,name,country\n1,Ana\n2,Eva,co\n")) {
      assertThat(rows.next()).contains(List.of("1", "Ana", ""));
      assertThat(rows.next()).contains(List.of("2", "Eva", "co"));
      assertThat(rows.next()).isEmpty();
      assertThat(rows.warnings())
          .containsExactly(
              new ImportWarning(ImportWarning.Code.SHORT_ROW, Place.line("pairs.csv", 2)));
    }
  }

  @Test
  void next_refusesARowWithMoreCellsThanTheHeader() throws Exception {
    try (CsvRows rows = open("id,name\n1,Ejemplo, Ana\n")) {
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              GatewayException.class,
              e -> assertThat(e.code()).isEqualTo(GatewayException.Code.ROW_WIDTH));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void line_endsAsTheFileDoes(String lineEnd) throws Exception {
    try (CsvRows rows = open("id,name" + lineEnd + "1,Ana" + lineEnd)) {
      assertThat(rows.line(List.of("1", "Ana", "say \"yes\"")))
          .isEqualTo("1,Ana,\"say \"\"yes\"\"\"" + lineEnd);
    }
  }
}
