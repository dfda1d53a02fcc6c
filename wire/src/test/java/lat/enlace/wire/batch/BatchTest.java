// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.wire.Vectors;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int HEAD_BYTES = 15 + 4 + 17 + 4 + 17 + 8 + 8;

  @Test
  void parse_readsWhatWasWritten() throws Exception {
    Random random = new Random(20_261_121);
    for (int i = 0; i < 200; i++) {
      Batch batch = Samples.random(random);
      assertThat(Batch.parse(batch.toBytes())).isEqualTo(batch);
    }
  }

  @Test
  void toBytes_isTheGoldenForm() throws Exception {
    Bytes golden = Vectors.bytes(Vectors.root().resolve("vectors/wire/batch/two-dispatches.bin"));
    assertThat(unpadded(Samples.batch())).isEqualTo(golden);
    assertThat(Batch.parse(pad(golden))).isEqualTo(Samples.batch());
  }

  @Test
  void toBytes_writesSharedHashesOnce() throws Exception {
    List<ProvenEntry> one = List.of(Samples.entry(1, "x"));
    List<ProvenEntry> two = List.of(Samples.entry(1, "x"), Samples.entry(2, "x"));
    int entry = 8 + 32 + 1 + 3 * 2 + 4 + 1;
    assertThat(unpadded(with(two)).size() - unpadded(with(one)).size())
        .isEqualTo(entry + Hash.SIZE_BYTES);
  }

  @Test
  void parse_keepsEachPathWhole() throws Exception {
    for (ProvenEntry entry : Batch.parse(Samples.batch().toBytes()).extract().entries()) {
      assertThat(entry.path())
          .containsExactly(
              Samples.hash(1000 + (int) entry.leafIndex()), Samples.hash(1), Samples.hash(2));
    }
  }

  @Test
  void parse_readsABatchWithoutEntries() throws Exception {
    Batch empty = with(List.of());
    assertThat(Batch.parse(empty.toBytes())).isEqualTo(empty);
  }

  @Test
  void parse_rejectsEveryTruncation() throws Exception {
    Bytes content = unpadded(Samples.batch());
    for (int size = 0; size < content.size(); size++) {
      Bytes cut = pad(content.slice(0, size));
      assertThatThrownBy(() -> Batch.parse(cut)).message().isIn("MALFORMED", "UNKNOWN_PROTOCOL");
    }
  }

  @Test
  void parse_rejectsTrailingBytes() throws Exception {
    Bytes longer = Bytes.concat(unpadded(Samples.batch()), Bytes.of(0));
    assertThatThrownBy(() -> Batch.parse(pad(longer))).hasMessage("MALFORMED");
  }

  @Test
  void parse_rejectsOtherProtocols() throws Exception {
    Bytes content = unpadded(Samples.batch());
    Bytes later = Bytes.concat(Bytes.utf8("enlace/batch/2\n"), content.slice(15, content.size()));
    assertThatThrownBy(() -> Batch.parse(pad(later))).hasMessage("UNKNOWN_PROTOCOL");
    assertThatThrownBy(() -> Batch.parse(Samples.accepted().toBytes()))
        .hasMessage("UNKNOWN_PROTOCOL");
  }

  @Test
  void parse_rejectsHashesOutOfOrderTwiceOrUnused() {
    Hash a = Samples.hash(1);
    Hash b = Samples.hash(2);
    assertThatThrownBy(() -> Batch.parse(forged(List.of(a, b), 1, 0))).hasMessage("NOT_CANONICAL");
    assertThatThrownBy(() -> Batch.parse(forged(List.of(a, a), 0, 1))).hasMessage("NOT_CANONICAL");
    assertThatThrownBy(() -> Batch.parse(forged(List.of(a, b), 0, 0))).hasMessage("NOT_CANONICAL");
    assertThatThrownBy(() -> Batch.parse(forged(List.of(a, b), 0, 2))).hasMessage("MALFORMED");
  }

  @Test
  void parse_acceptsTheForgeryWithoutItsFault() throws Exception {
    List<Hash> shared = List.of(Samples.hash(1), Samples.hash(2));
    Batch batch = Batch.parse(forged(shared, 0, 1));
    assertThat(batch.extract().entries().getFirst().path()).isEqualTo(shared);
  }

  @Test
  void parse_rejectsLeavesThatDoNotAscend() throws Exception {
    Bytes content = unpadded(with(List.of(Samples.entry(1, "x"), Samples.entry(2, "x"))));
    int second = content.size() - (8 + 32 + 1 + 3 * 2 + 4 + 1);
    for (int leaf : new int[] {0, 1}) {
      Bytes forged =
          Bytes.concat(
              content.slice(0, second + 7),
              Bytes.of(leaf),
              content.slice(second + 8, content.size()));
      assertThatThrownBy(() -> Batch.parse(pad(forged))).hasMessage("MALFORMED");
    }
  }

  @Test
  void parse_rejectsMoreEntriesThanBounds() {
    Bytes forged =
        pad(
            head()
                .u63(1)
                .sized(Bytes.EMPTY)
                .u63(0)
                .u8(0)
                .u16(0)
                .u16(Bounds.MAX_ENTRIES + 1)
                .toBytes());
    assertThatThrownBy(() -> Batch.parse(forged)).hasMessage("TOO_LARGE");
  }

  @Test
  void parse_rejectsLengthsBeyondBoundsBeforeReadingThem() {
    Bytes forged = pad(head().u63(1).u32(0xffff_ffffL).toBytes());
    assertThatThrownBy(() -> Batch.parse(forged)).hasMessage("TOO_LARGE");
  }

  @Test
  void parse_rejectsNumbersBeyond63Bits() throws Exception {
    Bytes content = unpadded(Samples.batch());
    int record = HEAD_BYTES - 16;
    Bytes forged =
        Bytes.concat(
            content.slice(0, record), Bytes.of(0x80), content.slice(record + 1, content.size()));
    assertThatThrownBy(() -> Batch.parse(pad(forged))).hasMessage("TOO_LARGE");
  }

  @Test
  void parse_rejectsABatchToItsSender() {
    Bytes forged =
        pad(
            new ByteWriter()
                .raw(Bytes.utf8("enlace/batch/1\n"))
                .sized(Bytes.utf8("co.example/enlace"))
                .sized(Bytes.utf8("co.example/enlace"))
                .u63(1)
                .u63(0)
                .u63(1)
                .sized(Bytes.EMPTY)
                .u63(0)
                .u8(0)
                .u16(0)
                .u16(0)
                .toBytes());
    assertThatThrownBy(() -> Batch.parse(forged)).hasMessage("MALFORMED");
  }

  @Test
  void toBytes_refusesWhatDoesNotFit() {
    List<ProvenEntry> entries = new ArrayList<>();
    for (int leaf = 0; leaf < 200; leaf++) {
      Bytes content = Bytes.copyOf(new byte[Bounds.MAX_CONTENT_BYTES]);
      entries.add(new ProvenEntry(leaf, Samples.hash(1).value(), List.of(), content));
    }
    assertThatThrownBy(() -> with(entries).toBytes()).hasMessage("TOO_LARGE");
  }

  private static Batch with(List<ProvenEntry> entries) {
    return new Batch(
        Samples.CO,
        Samples.VE,
        7,
        12,
        new LogExtract(3, Bytes.utf8("checkpoint"), ConsistencyPath.NONE_SEEN, entries));
  }

  private static ByteWriter head() {
    return new ByteWriter()
        .raw(Bytes.utf8("enlace/batch/1\n"))
        .sized(Bytes.utf8("co.example/enlace"))
        .sized(Bytes.utf8("ve.example/enlace"))
        .u63(1)
        .u63(0);
  }

  private static Bytes forged(List<Hash> shared, int... path) {
    ByteWriter out = head().u63(1).sized(Bytes.EMPTY).u63(0).u8(0).u16(shared.size());
    shared.forEach(out::hash);
    out.u16(1).u63(5).raw(Samples.hash(8).value()).u8(path.length);
    for (int index : path) {
      out.u16(index);
    }
    return pad(out.sized(Bytes.utf8("dispatch")).toBytes());
  }

  private static Bytes pad(Bytes content) {
    try {
      return Padding.pad(content);
    } catch (lat.enlace.wire.WireException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bytes unpadded(Batch batch) throws Exception {
    return Padding.unpad(batch.toBytes());
  }
}
