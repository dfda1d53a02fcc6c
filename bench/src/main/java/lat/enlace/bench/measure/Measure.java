// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.measure;

import java.util.Arrays;
import java.util.List;

/// One figure over several runs; the value reported is the median.
///
/// @param unit for instance {@code 1/s}, {@code us}, {@code bytes}
/// @param runs the values of the single runs, at least one
/// @param peer the peer measured beside it: none or one
public record Measure(String name, String unit, List<Double> runs, List<Peer> peer) {
  /// Copies the runs.
  public Measure {
    runs = List.copyOf(runs);
    peer = List.copyOf(peer);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a figure needs a run");
    }
  }

  /// A figure without a peer.
  public static Measure of(String name, String unit, List<Double> runs) {
    return new Measure(name, unit, runs, List.of());
  }

  /// What a peer did in the same run on the same data.
  public record Peer(String name, double value) {}

  /// The middle run, or the mean of the two in the middle.
  public double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The least.
  public double min() {
    return sorted()[0];
  }

  /// The greatest.
  public double max() {
    double[] sorted = sorted();
    return sorted[sorted.length - 1];
  }

  private double[] sorted() {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
