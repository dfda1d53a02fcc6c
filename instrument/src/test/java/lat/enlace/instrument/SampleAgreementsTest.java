// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The signed agreements in `samples/agreements` are the templates beside them, filled and signed.
class SampleAgreementsTest {
  @ParameterizedTest
  @ValueSource(strings = {"co-ve", "co-ec", "co-br"})
  void agreement_isTheTemplateFilledAndSignedByBoth(String name) throws Exception {
    Bytes note =
        Bytes.copyOf(
            Files.readAllBytes(
                SampleInstruments.folder("samples/agreements").resolve(name + ".note")));

    assertThat(SignedInstrument.verify(note).text()).isEqualTo(SampleInstruments.text(name));
  }
}
