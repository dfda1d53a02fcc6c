// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.CaseReference;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.Purpose;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.Samples;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final SealingKey KEY = SealingKey.of(filled(32, 1));
  private static final SealingKey OTHER = SealingKey.of(filled(32, 2));
  private static final List<Hash> INSTRUMENTS =
      List.of(Samples.hash(1), Samples.hash(2)).stream().sorted().toList();

  @Test
  void open_readsWhatWasSealed() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    OpenedBatch opened = Sealer.open(SealedBatch.parse(sealed.toBytes()), Samples.CO, KEY);
    assertThat(opened.batch()).isEqualTo(Samples.batch());
    assertThat(opened.context()).isEqualTo(new SealContext(Samples.CO, Samples.VE, 7, INSTRUMENTS));
    assertThat(opened.sealedHash()).isEqualTo(Hash.sha256(sealed.toBytes()));
  }

  @Test
  void seal_isDeterministicInItsRandomness() throws Exception {
    assertThat(seal(Samples.batch())).isEqualTo(seal(Samples.batch()));
    SealedBatch again =
        Sealer.seal(Samples.batch(), INSTRUMENTS, KEY.recipientKey(), filled(64, 4));
    assertThat(again).isNotEqualTo(seal(Samples.batch()));
    assertThat(again.toBytes().size()).isEqualTo(seal(Samples.batch()).toBytes().size());
  }

  @Test
  void seal_showsNothingOfTheContent() throws Exception {
    Bytes sealed = seal(Samples.batch()).toBytes();
    String all = sealed.hex();
    assertThat(all).doesNotContain(Bytes.utf8("first dispatch").hex());
    assertThat(all).doesNotContain(Bytes.utf8("co.example").hex());
  }

  @Test
  void open_rejectsAnotherKey() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    assertThatThrownBy(() -> Sealer.open(sealed, Samples.CO, OTHER)).hasMessage("UNSEAL_FAILED");
  }

  @Test
  void open_rejectsAnotherSender() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    assertThatThrownBy(() -> Sealer.open(sealed, new NodeId("ec.example/enlace"), KEY))
        .hasMessage("UNSEAL_FAILED");
  }

  @Test
  void open_rejectsAnotherRecipientRecordOrInstrument() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    NodeId other = new NodeId("ec.example/enlace");
    List<SealedBatch> altered =
        List.of(
            with(sealed, other, 7, INSTRUMENTS),
            with(sealed, Samples.VE, 8, INSTRUMENTS),
            with(sealed, Samples.VE, 7, INSTRUMENTS.subList(0, 1)),
            with(sealed, Samples.VE, 7, Stream.of(1, 3).map(Samples::hash).sorted().toList()),
            with(sealed, Samples.VE, 7, List.of()));
    for (SealedBatch forged : altered) {
      assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY)).hasMessage("UNSEAL_FAILED");
    }
  }

  @Test
  void open_rejectsInstrumentsOutOfOrder() throws Exception {
    SealedBatch forged = with(seal(Samples.batch()), Samples.VE, 7, INSTRUMENTS.reversed());
    assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY)).hasMessage("NOT_CANONICAL");
  }

  @Test
  void open_rejectsEveryFlippedBit() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    Bytes enc = sealed.encapsulation();
    for (int at = 0; at < enc.size(); at += 53) {
      SealedBatch forged = with(sealed, flipped(enc, at), sealed.ciphertext());
      assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY)).hasMessage("UNSEAL_FAILED");
    }
    Bytes ciphertext = sealed.ciphertext();
    for (int at = 0; at < ciphertext.size(); at += 1021) {
      SealedBatch forged = with(sealed, enc, flipped(ciphertext, at));
      assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY)).hasMessage("UNSEAL_FAILED");
    }
  }

  @Test
  void open_rejectsAnEncapsulationWithoutSharedSecret() throws Exception {
    SealedBatch sealed = seal(Samples.batch());
    Bytes enc = sealed.encapsulation();
    Bytes zeroPoint = Bytes.concat(enc.slice(0, enc.size() - 32), filled(32, 0));
    SealedBatch forged = with(sealed, zeroPoint, sealed.ciphertext());
    assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY)).hasMessage("UNSEAL_FAILED");
  }

  @Test
  void open_rejectsABatchThatNamesOtherEnds() throws Exception {
    Batch inside = Samples.batch();
    NodeId other = new NodeId("ec.example/enlace");
    List<Batch> lying =
        List.of(
            new Batch(other, inside.recipient(), 7, 12, inside.extract()),
            new Batch(inside.sender(), other, 7, 12, inside.extract()),
            new Batch(inside.sender(), inside.recipient(), 8, 12, inside.extract()));
    SealContext context = new SealContext(Samples.CO, Samples.VE, 7, List.of());
    for (Batch batch : lying) {
      Sealer.Sealed sealed =
          Sealer.encrypt(context, KEY.recipientKey(), filled(64, 3), batch.toBytes());
      SealedBatch forged =
          new SealedBatch(Samples.VE, 7, List.of(), sealed.encapsulation(), sealed.ciphertext());
      assertThatThrownBy(() -> Sealer.open(forged, Samples.CO, KEY))
          .hasMessage("ENVELOPE_MISMATCH");
    }
  }

  @Test
  void covers_onlyTheInstrumentsTheSealNames() throws Exception {
    OpenedBatch opened = Sealer.open(seal(Samples.batch()), Samples.CO, KEY);
    assertThat(opened.covers(under(Samples.hash(1)))).isTrue();
    assertThat(opened.covers(under(Samples.hash(3)))).isFalse();
    assertThat(opened.covers(new Basis.Governance())).isTrue();
    assertThat(opened.covers(new Basis.Humanitarian(new CaseReference("C-1"), "Ley 1"))).isTrue();
  }

  private static Basis under(Hash text) {
    return new Basis.UnderInstrument(
        new InstrumentRef(new InstrumentId("co-ve"), text),
        new CaseReference("C-1"),
        Purpose.ORGANISED_CRIME,
        new OffenceCode("0601"),
        "Ley 1",
        Set.of());
  }

  @Test
  void parse_rejectsEveryTruncation() throws Exception {
    Bytes sealed = seal(Samples.batch()).toBytes();
    for (int size = 0; size < sealed.size(); size += 131) {
      Bytes cut = sealed.slice(0, size);
      assertThatThrownBy(() -> SealedBatch.parse(cut))
          .message()
          .isIn("MALFORMED", "UNKNOWN_PROTOCOL");
    }
    assertThatThrownBy(() -> SealedBatch.parse(Bytes.concat(sealed, Bytes.of(0))))
        .hasMessage("MALFORMED");
  }

  @Test
  void parse_rejectsMoreThanTheBound() {
    assertThatThrownBy(() -> SealedBatch.parse(filled(SealedBatch.MAX_BYTES + 1, 0)))
        .hasMessage("TOO_LARGE");
  }

  @Test
  void recipientKey_rejectsAnotherLengthAndUnreducedCoefficients() {
    Bytes key = KEY.recipientKey().value();
    assertThatThrownBy(() -> RecipientKey.parse(key.slice(1, key.size())))
        .hasMessage("KEY_MALFORMED");
    Bytes unreduced = Bytes.concat(filled(384, 0xff), key.slice(384, key.size()));
    assertThatThrownBy(() -> RecipientKey.parse(unreduced)).hasMessage("KEY_MALFORMED");
  }

  @Test
  void seal_refusesAKeyWithoutSharedSecret() throws Exception {
    Bytes key = KEY.recipientKey().value();
    Bytes zeroPoint = Bytes.concat(key.slice(0, key.size() - 32), filled(32, 0));
    RecipientKey hostile = new RecipientKey(zeroPoint);
    assertThatThrownBy(() -> Sealer.seal(Samples.batch(), List.of(), hostile, filled(64, 3)))
        .hasMessage("KEY_MALFORMED");
  }

  @Test
  void sealingKey_showsNothing() {
    assertThat(KEY.toString()).isEqualTo("SealingKey[]");
    assertThat(SealingKey.of(KEY.seed()).recipientKey()).isEqualTo(KEY.recipientKey());
  }

  private static SealedBatch seal(Batch batch) throws Exception {
    return Sealer.seal(batch, INSTRUMENTS, KEY.recipientKey(), filled(64, 3));
  }

  private static SealedBatch with(
      SealedBatch sealed, NodeId recipient, long recipientRecord, List<Hash> instruments) {
    return new SealedBatch(
        recipient, recipientRecord, instruments, sealed.encapsulation(), sealed.ciphertext());
  }

  private static SealedBatch with(SealedBatch sealed, Bytes encapsulation, Bytes ciphertext) {
    return new SealedBatch(
        sealed.recipient(),
        sealed.recipientRecord(),
        sealed.instruments(),
        encapsulation,
        ciphertext);
  }

  private static Bytes flipped(Bytes value, int at) {
    byte[] copy = value.toArray();
    copy[at] ^= 1;
    return Bytes.copyOf(copy);
  }

  private static Bytes filled(int size, int value) {
    byte[] filled = new byte[size];
    java.util.Arrays.fill(filled, (byte) value);
    return Bytes.copyOf(filled);
  }
}
