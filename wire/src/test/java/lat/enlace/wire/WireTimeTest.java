// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireTimeTest {
  @Test
  void write_cutsToMilliseconds() throws Exception {
    assertThat(WireTime.write(Instant.parse("2026-11-21T09:30:00.999999999Z")))
        .isEqualTo("2026-11-21T09:30:00.999Z");
    assertThat(WireTime.write(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @Test
  void write_refusesYearsWithoutFourDigits() {
    for (Instant far : new Instant[] {Instant.MAX, Instant.MIN}) {
      assertThatThrownBy(() -> WireTime.write(far)).hasMessage("VALUE_INVALID");
    }
  }

  @Test
  void parse_readsWhatWasWritten() throws Exception {
    for (String text : new String[] {"0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
      assertThat(WireTime.write(WireTime.parse(text))).isEqualTo(text);
    }
  }
}
