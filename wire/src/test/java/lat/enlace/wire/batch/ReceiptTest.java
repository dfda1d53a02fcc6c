// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.WireException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReceiptTest {
  private static final Receipt ACCEPTED = Samples.receipt(new Receipt.Outcome.Accepted());
  private static final Receipt REFUSED =
      Samples.receipt(new Receipt.Outcome.Refused(new ErrorCode("UNKNOWN_KIND")));

  @Test
  void toBytes_isTheGoldenForm() throws Exception {
    assertThat(ACCEPTED.toBytes().text()).isEqualTo(golden("accepted"));
    assertThat(REFUSED.toBytes().text()).isEqualTo(golden("refused"));
  }

  @Test
  void parse_readsWhatWasWritten() throws Exception {
    assertThat(Receipt.parse(ACCEPTED.toBytes())).isEqualTo(ACCEPTED);
    assertThat(Receipt.parse(REFUSED.toBytes())).isEqualTo(REFUSED);
  }

  @TestFactory
  Stream<DynamicTest> parse_refusesEveryFaultWithItsCode() {
    return Vectors.files("receipt/refused").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                Vectors.name(file),
                () ->
                    assertThatThrownBy(() -> Receipt.parse(Vectors.bytes(file)))
                        .isInstanceOf(WireException.class)
                        .hasMessage(Vectors.code(file))));
  }

  @Test
  void parse_rejectsMoreThanAKibibyte() {
    assertThatThrownBy(() -> Receipt.parse(Bytes.copyOf(new byte[1025]))).hasMessage("TOO_LARGE");
  }

  private static String golden(String name) throws Exception {
    Path file = Vectors.root().resolve("vectors/wire/receipt/accepted/" + name + ".txt");
    return Vectors.bytes(file).text();
  }
}
