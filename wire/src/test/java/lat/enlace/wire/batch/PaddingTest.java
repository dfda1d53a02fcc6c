// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.Test;

class PaddingTest {
  @Test
  void pad_roundsUpToPowersOfTwo() throws Exception {
    Set<Integer> sizes = new TreeSet<>();
    for (int bucket = 1 << 13; bucket < Bounds.MAX_PADDED_BYTES; bucket *= 2) {
      for (int size : new int[] {bucket - 3, bucket, 2 * bucket - 4}) {
        Bytes padded = Padding.pad(zeros(size));
        assertThat(Padding.unpad(padded).size()).isEqualTo(size);
        sizes.add(padded.size());
      }
    }
    assertThat(sizes)
        .containsExactly(
            1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22,
            1 << 23);
  }

  @Test
  void pad_usesTheWholeBucket() throws Exception {
    assertThat(Padding.pad(Bytes.EMPTY).size()).isEqualTo(1 << 14);
    assertThat(Padding.pad(zeros((1 << 14) - 4)).size()).isEqualTo(1 << 14);
    assertThat(Padding.pad(zeros((1 << 14) - 3)).size()).isEqualTo(1 << 15);
  }

  @Test
  void pad_refusesWhatFitsNoBucket() {
    assertThatThrownBy(() -> Padding.pad(zeros(Bounds.MAX_PADDED_BYTES - 3)))
        .hasMessage("TOO_LARGE");
  }

  @Test
  void unpad_rejectsPaddingThatSaysSomething() {
    byte[] fill = new byte[(1 << 14) - 5];
    fill[100] = 1;
    Bytes padded = new ByteWriter().sized(Bytes.of(7)).raw(Bytes.copyOf(fill)).toBytes();
    assertThatThrownBy(() -> Padding.unpad(padded)).hasMessage("NOT_CANONICAL");
  }

  @Test
  void unpad_rejectsOtherSizesThanTheBucket() throws Exception {
    Bytes padded = Padding.pad(Bytes.of(7));
    Bytes tooFew = padded.slice(0, padded.size() - 1);
    assertThatThrownBy(() -> Padding.unpad(tooFew)).hasMessage("NOT_CANONICAL");
    assertThatThrownBy(() -> Padding.unpad(Bytes.concat(padded, padded.slice(5, 6))))
        .hasMessage("NOT_CANONICAL");
    Bytes nextBucket = Bytes.concat(padded, zeros(1 << 14));
    assertThatThrownBy(() -> Padding.unpad(nextBucket)).hasMessage("NOT_CANONICAL");
  }

  @Test
  void unpad_rejectsALengthBeyondTheBytes() {
    Bytes lying = new ByteWriter().u32(1 << 14).raw(zeros((1 << 14) - 4)).toBytes();
    assertThatThrownBy(() -> Padding.unpad(lying)).hasMessage("MALFORMED");
    assertThatThrownBy(() -> Padding.unpad(Bytes.of(0, 0))).hasMessage("MALFORMED");
  }

  @Test
  void unpad_rejectsMoreThanTheLargestBucket() {
    assertThatThrownBy(() -> Padding.unpad(zeros(Bounds.MAX_PADDED_BYTES + 1)))
        .hasMessage("TOO_LARGE");
  }

  @Test
  void acks_refusedAndAcceptedHaveOneSize() throws Exception {
    assertThat(Samples.refused().toBytes().size()).isEqualTo(Samples.accepted().toBytes().size());
  }

  private static Bytes zeros(int size) {
    return Bytes.copyOf(new byte[size]);
  }
}
