// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Tries that are really made at once.
final class Carriers {
  private Carriers() {}

  /// Does this on as many platform threads, all let go at the same moment.
  static void atOnce(int threads, Guess guess) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService carriers = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        all.add(
            carriers.submit(() -> {
              start.await();
              guess.make(number);
              return number;
            }));
      }
      for (Future<Integer> one : all) {
        assertThat(one.get()).isNotNegative();
      }
    }
  }

  /// A try.
  @FunctionalInterface
  interface Guess {
    void make(int number) throws Exception;
  }
}
