// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchIdTest {
  /// The example of RFC 9562, appendix A.6.
  @Test
  void of_givesTheExampleOfTheStandard() {
    Instant at = Instant.parse("2022-02-22T19:22:22Z");
    DispatchId id = DispatchId.of(at, 0xcc3, 0x18c4dc0c0c07398fL);
    assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  }

  @Test
  void of_keepsVersionAndVariantWhateverTheRandomness() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      UUID uuid = DispatchId.of(Instant.EPOCH, random.nextLong(), random.nextLong()).value();
      assertThat(uuid.version()).isEqualTo(7);
      assertThat(uuid.variant()).isEqualTo(2);
    }
  }

  @Test
  void compareTo_ordersByTime() {
    Random random = new Random(8);
    List<DispatchId> inTime = new ArrayList<>();
    for (long millis = 1; millis < 0xffff_ffff_ffffL; millis = millis * 3 + 1) {
      inTime.add(DispatchId.of(Instant.ofEpochMilli(millis), random.nextLong(), random.nextLong()));
    }
    assertThat(inTime).isSorted();
    assertThat(inTime.stream().map(DispatchId::toString)).isSorted();
  }

  @Test
  void parse_isTheInverseOfToString() {
    DispatchId id = DispatchId.of(Instant.parse("2026-11-21T00:00:00Z"), 1, 2);
    assertThat(DispatchId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
        "17f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e279b07cc398c4dc0c0c07398f",
        ""
      })
  void parse_rejectsOtherVersionsVariantsAndForms(String text) {
    assertThatThrownBy(() -> DispatchId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
