// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lat.enlace.bytes.Bytes;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.WireException;
import org.junit.jupiter.api.Test;

class AckTest {
  private static final int KIND_AT = 13 + 32 + 4 + 17 + 4 + 17;

  @Test
  void parse_readsWhatWasWritten() throws Exception {
    assertThat(Ack.parse(Samples.accepted().toBytes())).isEqualTo(Samples.accepted());
    assertThat(Ack.parse(Samples.refused().toBytes())).isEqualTo(Samples.refused());
  }

  @Test
  void toBytes_isTheGoldenForm() throws Exception {
    assertThat(Padding.unpad(Samples.accepted().toBytes()))
        .isEqualTo(Vectors.bytes(Vectors.root().resolve("vectors/wire/ack/accepted.bin")));
    assertThat(Padding.unpad(Samples.refused().toBytes()))
        .isEqualTo(Vectors.bytes(Vectors.root().resolve("vectors/wire/ack/refused.bin")));
  }

  @Test
  void parse_rejectsEveryTruncation() throws Exception {
    for (Ack ack : new Ack[] {Samples.accepted(), Samples.refused()}) {
      Bytes content = Padding.unpad(ack.toBytes());
      for (int size = 0; size < content.size(); size++) {
        Bytes cut = Padding.pad(content.slice(0, size));
        assertThatThrownBy(() -> Ack.parse(cut))
            .isInstanceOf(WireException.class)
            .message()
            .isIn("MALFORMED", "UNKNOWN_PROTOCOL");
      }
    }
  }

  @Test
  void parse_rejectsUnknownForms() throws Exception {
    Bytes content = Padding.unpad(Samples.refused().toBytes());
    assertThat(content.at(KIND_AT)).isEqualTo(2);
    for (int kind : new int[] {0, 3, 255}) {
      Bytes forged =
          Padding.pad(
              Bytes.concat(
                  content.slice(0, KIND_AT),
                  Bytes.of(kind),
                  content.slice(KIND_AT + 1, content.size())));
      assertThatThrownBy(() -> Ack.parse(forged)).hasMessage("MALFORMED");
    }
  }

  @Test
  void parse_rejectsCodesThatAreSentences() throws Exception {
    Bytes content = Padding.unpad(Samples.refused().toBytes());
    Bytes forged =
        Padding.pad(
            Bytes.concat(
                content.slice(0, KIND_AT + 5),
                Bytes.utf8("no such"),
                content.slice(KIND_AT + 12, content.size())));
    assertThatThrownBy(() -> Ack.parse(forged)).hasMessage("VALUE_INVALID");
  }
}
