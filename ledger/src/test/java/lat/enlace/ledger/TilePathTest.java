// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilePathTest {
  @Test
  void path_isTheOneOfTheSpecification() {
    assertThat(new TilePath(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.entries(1234067, 8).path()).isEqualTo("tile/entries/x001/x234/067.p/8");
    assertThat(new TilePath(63, 0, 255).path()).isEqualTo("tile/63/000.p/255");
    assertThat(new TilePath(2, 1000, 256).path()).isEqualTo("tile/2/x001/000");
  }

  /// The example of the specification: 70,000 leaves.
  @Test
  void partialWidth_isTheOneOfTheSpecification() {
    assertThat(TreeEdge.partialWidth(70_000, 0)).isEqualTo(112);
    assertThat(TreeEdge.partialWidth(70_000, 1)).isEqualTo(17);
    assertThat(TreeEdge.partialWidth(70_000, 2)).isEqualTo(1);
    assertThat(TreeEdge.partialWidth(256, 0)).isZero();
    assertThat(TreeEdge.partialWidth(256, 1)).isEqualTo(1);
  }
}
