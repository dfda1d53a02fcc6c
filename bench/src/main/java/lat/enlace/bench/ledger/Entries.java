// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;

/// Entries as a node makes them: a version byte and a digest, 33 bytes that look like chance.
final class Entries {
  private static final int BYTES = 33;

  private Entries() {}

  static List<Bytes> make(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bytes> entries = new ArrayList<>(count);
    byte[] entry = new byte[BYTES];
    for (int i = 0; i < count; i++) {
      random.nextBytes(entry);
      entry[0] = 1;
      entries.add(Bytes.copyOf(entry));
    }
    return entries;
  }
}
