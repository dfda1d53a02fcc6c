// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Compares trees and proofs with the recursive definitions of RFC 6962, section 2.1, written out
/// as they stand there.
class Rfc6962Test {
  private static final int SIZE = 600;
  private static final List<Bytes> ENTRIES = Logs.entries(0, SIZE);
  private static LogReader reader;

  @BeforeAll
  static void build() throws Exception {
    HeapLogStorage storage = new HeapLogStorage();
    try (Log log = Log.create(Logs.ports(storage), LogSettings.STANDARD)) {
      log.append(ENTRIES);
    }
    reader = new LogReader(storage);
  }

  static LongStream sizes() {
    return LongStream.concat(LongStream.rangeClosed(0, 130), LongStream.of(256, 257, 600));
  }

  @Test
  void root_agreesForAllSizes() throws Exception {
    for (long size : sizes().toArray()) {
      assertThat(reader.at(size).root()).isEqualTo(mth(ENTRIES.subList(0, (int) size)));
    }
  }

  @Test
  void inclusion_agreesAndVerifiesForAllIndexes() throws Exception {
    for (long size : sizes().toArray()) {
      List<Bytes> entries = ENTRIES.subList(0, (int) size);
      Hash root = mth(entries);
      LogView view = reader.at(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = view.inclusion(index);
        if (size <= 130 || index % 7 == 0) {
          assertThat(proof.path()).isEqualTo(path(index, entries));
        }
        proof.check(TreeHash.leaf(entries.get(index)), root);
      }
    }
  }

  @Test
  void consistency_agreesAndVerifiesForAllPairs() throws Exception {
    long[] sizes = sizes().toArray();
    for (long size : sizes) {
      List<Bytes> entries = ENTRIES.subList(0, (int) size);
      LogView view = reader.at(size);
      for (long from : sizes) {
        if (from == 0 || from > size) {
          continue;
        }
        ConsistencyProof proof = view.consistencyFrom(from);
        assertThat(proof.path()).isEqualTo(subproof((int) from, entries, true));
        proof.check(reader.at(from).root(), view.root());
      }
    }
  }

  private static Hash mth(List<Bytes> d) {
    if (d.isEmpty()) {
      return Hash.sha256();
    }
    if (d.size() == 1) {
      return Hash.sha256(Bytes.of(0), d.getFirst());
    }
    int k = split(d.size());
    return Hash.sha256(
        Bytes.of(1), mth(d.subList(0, k)).value(), mth(d.subList(k, d.size())).value());
  }

  private static List<Hash> path(int m, List<Bytes> d) {
    List<Hash> path = new ArrayList<>();
    if (d.size() > 1) {
      int k = split(d.size());
      if (m < k) {
        path.addAll(path(m, d.subList(0, k)));
        path.add(mth(d.subList(k, d.size())));
      } else {
        path.addAll(path(m - k, d.subList(k, d.size())));
        path.add(mth(d.subList(0, k)));
      }
    }
    return path;
  }

  private static List<Hash> subproof(int m, List<Bytes> d, boolean complete) {
    List<Hash> path = new ArrayList<>();
    if (m == d.size()) {
      return complete ? path : List.of(mth(d));
    }
    int k = split(d.size());
    if (m <= k) {
      path.addAll(subproof(m, d.subList(0, k), complete));
      path.add(mth(d.subList(k, d.size())));
    } else {
      path.addAll(subproof(m - k, d.subList(k, d.size()), false));
      path.add(mth(d.subList(0, k)));
    }
    return path;
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
