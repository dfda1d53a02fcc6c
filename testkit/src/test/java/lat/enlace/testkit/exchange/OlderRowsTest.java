// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Stored;
import org.junit.jupiter.api.Test;

/// Rows outlive builds: what a later build added to a record is absent in those from before it.
class OlderRowsTest {
  record Before(String name) {}

  record Since(String name, List<String> of, Set<String> any, int count, boolean done) {}

  @Test
  void read_takesWhatIsAbsentForEmpty() {
    assertThat(Stored.read(Stored.of(new Before("a")), Since.class))
        .isEqualTo(new Since("a", List.of(), Set.of(), 0, false));
  }

  @Test
  void read_losesNothingOfALaterBuildInSilence() {
    var later = Stored.of(new Since("a", List.of("x"), Set.of(), 1, true));
    assertThatThrownBy(() -> Stored.read(later, Before.class)).isInstanceOf(StoreException.class);
  }
}
