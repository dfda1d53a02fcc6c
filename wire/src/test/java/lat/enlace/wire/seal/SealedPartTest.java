// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.AttachmentType;
import lat.enlace.model.ItemId;
import lat.enlace.model.entity.Attachment;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Samples;
import org.junit.jupiter.api.Test;

class SealedPartTest {
  private static final SealingKey KEY = SealingKey.of(filled(32, 1));
  private static final ItemId ITEM = new ItemId("co-0102030405060708090a0b0c");
  private static final Attachment FILE =
      new Attachment(AttachmentType.PDF, 2_000_000, Hash.sha256(Bytes.utf8("a sample")));
  private static final Bytes CONTENT = Bytes.utf8("%PDF- invented");

  @Test
  void unseal_readsWhatWasSealed() throws Exception {
    SealedPart part = SealedPart.parse(sealed(place(FILE, 2)).toBytes());
    assertThat(part.recipientRecord()).isEqualTo(7);
    assertThat(part.unseal(place(FILE, 2), KEY)).isEqualTo(CONTENT);
  }

  @Test
  void seal_givesThePublishedBytes() throws Exception {
    Bytes known = Vectors.bytes(Vectors.root().resolve("vectors/wire/part/valid.bin"));
    assertThat(sealed(place(FILE, 2)).toBytes()).isEqualTo(known);
  }

  @Test
  void unseal_rejectsEveryOtherPlace() throws Exception {
    SealedPart part = sealed(place(FILE, 2));
    Attachment longer = new Attachment(FILE.type(), FILE.size() + 1, FILE.digest());
    Attachment typed = new Attachment(AttachmentType.TEXT, FILE.size(), FILE.digest());
    Attachment other = new Attachment(FILE.type(), FILE.size(), Hash.sha256(Bytes.utf8("another")));
    List<PartContext> others =
        List.of(
            place(FILE, 0),
            place(FILE, 1),
            place(longer, 2),
            place(typed, 2),
            place(other, 2),
            new PartContext(Samples.CO, Samples.VE, new ItemId("co-other"), FILE, 2),
            new PartContext(Samples.VE, Samples.VE, ITEM, FILE, 2),
            new PartContext(Samples.CO, Samples.CO, ITEM, FILE, 2));
    for (PartContext wrong : others) {
      assertThatThrownBy(() -> part.unseal(wrong, KEY)).hasMessage("UNSEAL_FAILED");
    }
    SealedPart renumbered = new SealedPart(8, part.encapsulation(), part.ciphertext());
    assertThatThrownBy(() -> renumbered.unseal(place(FILE, 2), KEY)).hasMessage("UNSEAL_FAILED");
    assertThatThrownBy(() -> part.unseal(place(FILE, 2), SealingKey.of(filled(32, 2))))
        .hasMessage("UNSEAL_FAILED");
  }

  @Test
  void unseal_rejectsEveryChangedByte() throws Exception {
    Bytes bytes = sealed(place(FILE, 2)).toBytes();
    int opened = 0;
    for (int i = 0; i < bytes.size(); i += i < 1120 ? 97 : 1) {
      byte[] changed = bytes.toArray();
      changed[i] ^= 1;
      try {
        SealedPart.parse(Bytes.copyOf(changed)).unseal(place(FILE, 2), KEY);
        opened++;
      } catch (WireException e) {
        assertThat(e.code()).isNotNull();
      }
    }
    assertThat(opened).isZero();
  }

  @Test
  void parse_rejectsWhatIsCutOrLonger() throws Exception {
    Bytes bytes = sealed(place(FILE, 2)).toBytes();
    Stream.of(
            bytes.slice(0, bytes.size() - 1), bytes.slice(0, 40), Bytes.concat(bytes, Bytes.of(0)))
        .forEach(
            wrong -> assertThatThrownBy(() -> SealedPart.parse(wrong)).hasMessage("MALFORMED"));
    assertThatThrownBy(() -> SealedPart.parse(Bytes.utf8("enlace/part/2\n")))
        .hasMessage("UNKNOWN_PROTOCOL");
    assertThatThrownBy(() -> SealedPart.parse(filled(SealedPart.MAX_BYTES + 1, 1)))
        .hasMessage("TOO_LARGE");
  }

  private static PartContext place(Attachment file, int part) {
    return new PartContext(Samples.CO, Samples.VE, ITEM, file, part);
  }

  private static SealedPart sealed(PartContext place) throws WireException {
    return SealedPart.seal(place, 7, KEY.recipientKey(), filled(64, 3), CONTENT);
  }

  private static Bytes filled(int size, int value) {
    byte[] bytes = new byte[size];
    java.util.Arrays.fill(bytes, (byte) value);
    return Bytes.copyOf(bytes);
  }
}
