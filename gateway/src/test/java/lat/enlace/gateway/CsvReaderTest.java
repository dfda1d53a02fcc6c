// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// RFC 4180, section 2, rule by rule.
class CsvReaderTest {
  @Test
  void next_endsRowsAtLfCrLfAndTheEnd() throws Exception {
    assertThat(rows("a,b\r\nc,d\ne,f"))
        .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
  }

  @Test
  void next_keepsCommasQuotesAndLineBreaksInsideQuotes() throws Exception {
    assertThat(rows("\"a,b\",\"c\"\"d\",\"e\r\nf\"\n"))
        .containsExactly(List.of("a,b", "c\"d", "e\r\nf"));
  }

  @Test
  void next_keepsBlanksAndEmptyCells() throws Exception {
    assertThat(rows(" a ,,\"\",\n")).containsExactly(List.of(" a ", "", "", ""));
  }

  @Test
  void next_takesAQuoteInsideABareCellAsItself() throws Exception {
    assertThat(rows("Ana \"La\" Ejemplo,x\n")).containsExactly(List.of("Ana \"La\" Ejemplo", "x"));
  }

  @Test
  void next_passesOverEmptyLinesAndAClosingEndOfFileMark() throws Exception {
    assertThat(rows("\n\r\na,b\n\n\u001a\r\n")).containsExactly(List.of("a", "b"));
  }

  @Test
  void place_countsTheLinesInsideQuotes() throws Exception {
    CsvReader reader = new CsvReader(new StringReader("\"a\nb\nc\",d\ne,f\n"), "x");
    reader.next();
    reader.next();
    assertThat(reader.place().line()).isEqualTo(4);
  }

  private static List<List<String>> rows(String text) throws GatewayException {
    CsvReader reader = new CsvReader(new StringReader(text), "x");
    List<List<String>> rows = new ArrayList<>();
    for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
      rows.add(row.get());
    }
    return rows;
  }
}
