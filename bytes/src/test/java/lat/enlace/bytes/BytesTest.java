// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void copyOf_isNotChangedThroughItsSource() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(source);
    source[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.of(1, 2, 3));
  }

  @Test
  void toString_hidesContent() {
    assertThat(Bytes.utf8("Ana Ejemplo").toString()).isEqualTo("Bytes[11]");
  }

  @Test
  void fromBase64_rejectsNonCanonicalForms() throws MalformedBytesException {
    assertThat(Bytes.fromBase64("AQI=")).isEqualTo(Bytes.of(1, 2));
    for (String bad : new String[] {"AQI", "AQJ=", "AQI=\n", "AQ-_", "A"}) {
      assertThatThrownBy(() -> Bytes.fromBase64(bad)).isInstanceOf(MalformedBytesException.class);
    }
  }

  @Test
  void text_rejectsBrokenUtf8() {
    assertThatThrownBy(() -> Bytes.of(0xc3, 0x28).text())
        .isInstanceOf(MalformedBytesException.class)
        .hasMessage("UTF8");
  }

  @Test
  void sha256_matchesFips180() throws MalformedBytesException {
    assertThat(Hash.sha256(Bytes.utf8("a"), Bytes.utf8("bc")).value().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void reader_returnsWhatWriterWrote() throws MalformedBytesException {
    Hash hash = Hash.sha256();
    Bytes form =
        new ByteWriter()
            .u8(255)
            .u16(65535)
            .u32(0xffff_ffffL)
            .u63(Long.MAX_VALUE)
            .sized(Bytes.of(7))
            .hash(hash)
            .toBytes();
    ByteReader reader = new ByteReader(form);
    assertThat(reader.readU8()).isEqualTo(255);
    assertThat(reader.readU16()).isEqualTo(65535);
    assertThat(reader.readU32()).isEqualTo(0xffff_ffffL);
    assertThat(reader.readU63()).isEqualTo(Long.MAX_VALUE);
    assertThat(reader.readSized(1)).isEqualTo(Bytes.of(7));
    assertThat(reader.readHash()).isEqualTo(hash);
    reader.finish();
  }

  @Test
  void reader_rejectsLengthsBeyondBoundOrInput() {
    assertThatThrownBy(() -> new ByteReader(new ByteWriter().u32(9).toBytes()).readSized(8))
        .hasMessage("TOO_LARGE");
    assertThatThrownBy(() -> new ByteReader(new ByteWriter().u32(8).toBytes()).readSized(8))
        .hasMessage("TRUNCATED");
    assertThatThrownBy(() -> new ByteReader(Bytes.of(1)).finish()).hasMessage("TRAILING");
  }
}
