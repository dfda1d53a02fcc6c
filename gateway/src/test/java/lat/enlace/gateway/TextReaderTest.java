// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {
  @Test
  void read_decodesWhatThePlatformEncodes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c += 7) {
      if (Character.getType(c) != Character.SURROGATE && c != 0x7f) {
        all.appendCodePoint(c);
      }
    }
    Census census = new Census();
    assertThat(read(all.toString().getBytes(StandardCharsets.UTF_8), census))
        .isEqualTo(all.toString());
    assertThat(census.report(HoldingsFormat.CSV, null).warnings()).isEmpty();
  }

  /// Forms that RFC 3629 forbids are no UTF-8, so each byte is read as Windows-1252.
  @ParameterizedTest
  @CsvSource({
    "61c162,aÁb",
    "c0af,À¯",
    "e080af,à€¯",
    "eda080,í €",
    "f08080af,ð€€¯",
    "f4908080,ô€€",
    "f5,õ",
    "e9,é",
    "c3,Ã",
    "e282,â‚",
    "80,€"
  })
  void read_readsOtherBytesAsWindows1252(String hex, String text) throws IOException {
    Census census = new Census();
    String expected = text.replace("í €", "í\u00a0€").replace("ô€€", "ô\ufffd€€");
    assertThat(read(HexFormat.of().parseHex(hex), census)).isEqualTo(expected);
    assertThat(census.report(HoldingsFormat.CSV, null).counts())
        .containsEntry(ImportWarning.Code.ENCODING, 1L);
  }

  @Test
  void read_namesLineAndByteOfTheFirstFault() throws IOException {
    Census census = new Census();
    read(new byte[] {'a', '\n', 'b', (byte) 0xe9, '\n', (byte) 0xe9}, census);
    assertThat(census.report(HoldingsFormat.CSV, null).warnings())
        .extracting(ImportWarning::place)
        .containsExactly(new Place("x", 2, 3));
  }

  private static String read(byte[] bytes, Intake intake) throws IOException {
    StringWriter text = new StringWriter();
    try (TextReader reader =
        new TextReader(new ByteArrayInputStream(bytes), "x", Long.MAX_VALUE, intake)) {
      reader.transferTo(text);
    }
    return text.toString();
  }
}
