// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lat.enlace.model.entity.EntityFormatException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The specification and the vectors know every code there is.
class SpecTest {
  private static final Path ROOT = Path.of(System.getProperty("enlace.root"));

  static Stream<Enum<?>> codes() {
    return Stream.<Enum<?>[]>of(
            GatewayException.Code.values(),
            ImportWarning.Code.values(),
            EntityFormatException.Code.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCode_standsInTheSpecification(Enum<?> code) throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/spec/errors.md"))).contains("`" + code + "`");
  }

  /// Those that one file cannot show have tests of their own.
  static Stream<GatewayException.Code> codesOfOneFile() {
    return Stream.of(GatewayException.Code.values())
        .filter(code ->
            switch (code) {
              case UNREADABLE, MIXED, DOUBLED, TOO_LARGE, TOO_LONG, CHANGED -> false;
              case EMPTY,
                  UNKNOWN_FORMAT,
                  NO_PARTIES,
                  ENCODING,
                  CONTROL_CHARACTER,
                  TOO_DEEP,
                  DOCTYPE,
                  TRUNCATED,
                  MALFORMED,
                  HEADER,
                  ROW_WIDTH,
                  MISSING_ID,
                  BAD_ID,
                  DUPLICATE_ID,
                  MISSING_NAME,
                  TOO_MANY_STATEMENTS,
                  ENTITY ->
                  true;
            });
  }

  @ParameterizedTest
  @MethodSource("codesOfOneFile")
  void everyCode_hasAVectorThatMustFailWithIt(GatewayException.Code code) {
    assertThat(
            ROOT.resolve("vectors/gateway/refused")
                .resolve(code.name().toLowerCase(java.util.Locale.ROOT)))
        .isNotEmptyDirectory();
  }
}
