// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench;

import java.util.Arrays;
import java.util.List;

/// One figure over several runs; the value reported is the median.
///
/// @param unit for instance {@code 1/s}, {@code us}, {@code bytes}
/// @param runs the values of the single runs, at least one
/// @param peer the peer measured beside it: none or one
record Measure(String name, String unit, List<Double> runs, List<Peer> peer) {
  /// Copies the runs.
  Measure {
    runs = List.copyOf(runs);
    peer = List.copyOf(peer);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a figure needs a run");
    }
  }

  /// A figure without a peer.
  static Measure of(String name, String unit, List<Double> runs) {
    return new Measure(name, unit, runs, List.of());
  }

  /// What a peer did in the same run on the same data.
  record Peer(String name, double value) {}

  double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double min() {
    return sorted()[0];
  }

  double max() {
    double[] sorted = sorted();
    return sorted[sorted.length - 1];
  }

  private double[] sorted() {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
