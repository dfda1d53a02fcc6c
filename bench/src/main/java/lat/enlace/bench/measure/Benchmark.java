// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.measure;

import java.util.List;

/// A named benchmark.
public interface Benchmark {
  /// How it is called on the command line.
  String name();

  /// What it measures, in one line.
  String summary();

  /// Runs it; progress goes to {@code progress}.
  List<Measure> run(Progress progress) throws Exception;

  /// Where progress is told: standard error.
  @FunctionalInterface
  interface Progress {
    /// One line.
    void say(String line);
  }
}
