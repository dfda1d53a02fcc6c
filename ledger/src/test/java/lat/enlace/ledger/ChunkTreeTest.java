// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import org.junit.jupiter.api.Test;

class ChunkTreeTest {
  @Test
  void root_isThatOfTheLog() throws Exception {
    TreeEdge edge = new TreeEdge();
    List<Hash> leaves = new ArrayList<>();
    assertThat(ChunkTree.root(leaves)).isEqualTo(TreeHash.EMPTY);
    for (int i = 0; i < 1024; i++) {
      Hash leaf = TreeHash.leaf(Bytes.utf8("chunk " + i));
      leaves.add(leaf);
      edge.add(leaf, (level, index, hashes) -> {});
      assertThat(ChunkTree.root(leaves)).isEqualTo(edge.root());
    }
  }
}
