// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.InclusionProof;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.TlogProof;
import org.junit.jupiter.api.Test;

/// What a batch carries is enough to write out each entry's standard C2SP tlog-proof, byte for
/// byte, and that proof holds.
class TlogProofTest {
  private static final int LEAVES = 37;

  @Test
  void batch_rebuildsTheStandardProofOfEveryEntry() throws Exception {
    Hash root = root(0, LEAVES);
    Bytes checkpoint =
        Bytes.utf8(
            "co.example/enlace\n"
                + LEAVES
                + "\n"
                + root.base64()
                + "\n\n\u2014 co.example/enlace "
                + Bytes.copyOf(new byte[68]).base64()
                + "\n");
    List<ProvenEntry> entries = new ArrayList<>();
    for (int leaf = 3; leaf < LEAVES; leaf += 5) {
      entries.add(
          new ProvenEntry(
              leaf, opening(leaf).salt(), path(leaf, 0, LEAVES), opening(leaf).content()));
    }
    LogExtract extract = new LogExtract(1, checkpoint, ConsistencyPath.NONE_SEEN, entries);
    Batch received = Batch.parse(new Batch(Samples.CO, Samples.VE, 1, 0, extract).toBytes());
    for (ProvenEntry entry : received.extract().entries()) {
      TlogProof proof =
          TlogProof.of(
              new InclusionProof(entry.leafIndex(), LEAVES, entry.path()),
              SignedCheckpoint.parse(received.extract().checkpoint()));
      assertThat(proof.bytes().text()).isEqualTo(text((int) entry.leafIndex()) + checkpoint.text());
      Opening opening = new Opening(entry.salt(), entry.content());
      proof.inclusion().check(opening.commit(EntryType.DISPATCH).leafHash(), root);
    }
  }

  private static String text(int leaf) {
    StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + leaf + "\n");
    for (Hash hash : path(leaf, 0, LEAVES)) {
      text.append(hash.base64()).append('\n');
    }
    return text.append('\n').toString();
  }

  private static Opening opening(int leaf) {
    return new Opening(Samples.hash(leaf).value(), Bytes.utf8("dispatch " + leaf));
  }

  /// RFC 6962, section 2.1, word for word: slow, and nobody's optimisation.
  private static Hash root(int from, int to) {
    if (to - from == 1) {
      return opening(from).commit(EntryType.DISPATCH).leafHash();
    }
    int split = from + Integer.highestOneBit(to - from - 1);
    return Hash.sha256(Bytes.of(1), root(from, split).value(), root(split, to).value());
  }

  private static List<Hash> path(int leaf, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int split = from + Integer.highestOneBit(to - from - 1);
    boolean left = leaf < split;
    List<Hash> path = new ArrayList<>(left ? path(leaf, from, split) : path(leaf, split, to));
    path.add(left ? root(split, to) : root(from, split));
    return path;
  }
}
