// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.WireException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Samples of every kind, and one file per fault named after the reason it must be refused.
class DispatchVectorsTest {
  @TestFactory
  Stream<DynamicTest> decode_readsEverySampleAndEncodeWritesItBack() {
    return Vectors.files("dispatch/accepted").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                Vectors.name(file),
                () -> {
                  Bytes sample = Vectors.bytes(file);
                  Dispatch dispatch = DispatchCodec.decode(sample);
                  assertThat(DispatchCodec.encode(dispatch).text()).isEqualTo(sample.text());
                  assertThat(DispatchCodec.decode(DispatchCodec.encode(dispatch)))
                      .isEqualTo(dispatch);
                }));
  }

  @Test
  void samples_coverEveryKind() {
    assertThat(
            Vectors.files("dispatch/accepted").stream()
                .map(file -> decoded(file).header().kind())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(DispatchKind.values());
  }

  @TestFactory
  Stream<DynamicTest> decode_refusesEveryFaultWithItsCode() {
    return Vectors.files("dispatch/refused").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                Vectors.name(file),
                () ->
                    assertThatThrownBy(() -> DispatchCodec.decode(Vectors.bytes(file)))
                        .isInstanceOf(WireException.class)
                        .hasMessage(Vectors.code(file))
                        .hasNoCause()));
  }

  @Test
  void faults_coverEveryCodeOfDispatches() {
    assertThat(
            Vectors.files("dispatch/refused").stream()
                .map(file -> Vectors.code(file))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "TOO_LARGE",
            "NOT_JSON",
            "TOO_COMPLEX",
            "DUPLICATE_FIELD",
            "UNKNOWN_FIELD",
            "MISSING_FIELD",
            "VALUE_INVALID",
            "UNKNOWN_KIND",
            "UNKNOWN_VERSION",
            "BASIS_MISSING",
            "ANSWER_SIZE");
  }

  @Test
  void decode_refusesEveryTruncation() {
    Bytes sample = Vectors.bytes(Vectors.files("dispatch/accepted").getFirst());
    for (int size = 0; size < sample.size(); size += 97) {
      Bytes cut = sample.slice(0, size);
      assertThatThrownBy(() -> DispatchCodec.decode(cut)).hasMessage("NOT_JSON");
    }
  }

  @Test
  void decode_readsFieldsInAnyOrderAndWhiteSpace() throws Exception {
    Path file = Vectors.files("dispatch/accepted").getLast();
    String spaced =
        Vectors.bytes(file)
            .text()
            .replaceFirst(
                "\\{\"header\":(.*),\"body\":(.*)\\}$", "{ \"body\" : $2 ,\n\"header\":$1}");
    assertThat(DispatchCodec.decode(Bytes.utf8(spaced))).isEqualTo(decoded(file));
  }

  private static Dispatch decoded(Path file) {
    try {
      return DispatchCodec.decode(Vectors.bytes(file));
    } catch (WireException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
