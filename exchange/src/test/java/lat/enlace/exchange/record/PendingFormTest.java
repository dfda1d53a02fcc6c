// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import org.junit.jupiter.api.Test;

class PendingFormTest {
  private static final Pending GROUP =
      new Pending(
          4711,
          List.of("aa", "bb"),
          List.of(Bytes.of(1, 2, 3), Bytes.EMPTY),
          List.of(
              new Pending.Row(Store.Space.ASKED, "id ñ", List.of(Bytes.utf8("value"))),
              new Pending.Row(Store.Space.INBOX, "empty", List.of(Bytes.EMPTY)),
              new Pending.Row(Store.Space.OUTBOX, "gone", List.of())));

  @Test
  void read_givesWhatWasWritten() {
    assertThat(PendingForm.read(PendingForm.of(GROUP))).isEqualTo(GROUP);
  }

  @Test
  void read_takesTheFormBeforeThisOne() {
    assertThat(PendingForm.read(Stored.of(GROUP))).isEqualTo(GROUP);
  }

  @Test
  void read_refusesWhatIsCutShortOrLongerOrOfAnUnknownSpace() {
    Bytes whole = PendingForm.of(GROUP);
    for (int length = 0; length < whole.size(); length++) {
      Bytes cut = whole.slice(0, length);
      assertThatThrownBy(() -> PendingForm.read(cut))
          .as("cut to %d", length)
          .isInstanceOf(StoreException.class);
    }
    assertThatThrownBy(() -> PendingForm.read(Bytes.concat(whole, Bytes.of(0))))
        .isInstanceOf(StoreException.class);
    byte[] other = whole.toArray();
    for (int at = 0; at < other.length - 4; at++) {
      if (other[at] == 'a' && other[at + 1] == 's' && other[at + 2] == 'k') {
        other[at] = 'x';
      }
    }
    assertThatThrownBy(() -> PendingForm.read(Bytes.copyOf(other)))
        .isInstanceOf(StoreException.class);
  }
}
