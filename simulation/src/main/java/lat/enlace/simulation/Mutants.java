// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// Plants faults, one at a time, and looks which of them the simulation shows.
final class Mutants {
  /// What became of all of them.
  record Outcome(int planted, List<String> missed) {
    Outcome {
      missed = List.copyOf(missed);
    }

    int caught() {
      return planted - missed.size();
    }

    /// True if at least 95 of 100 were caught.
    boolean ok() {
      return caught() * 100 >= planted * 95;
    }
  }

  private Mutants() {}

  /// Tries each under up to {@code seeds} seeds, {@code threads} of them at a time.
  ///
  /// @param done is told each, and what showed it or nothing, from the thread that tried it
  static Outcome run(
      List<Mutant> mutants, long seeds, int threads, BiConsumer<Mutant, String> done) {
    List<String> missed = new ArrayList<>();
    try (ExecutorService tries = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> shown = new ArrayList<>();
      for (Mutant mutant : mutants) {
        shown.add(
            tries.submit(() -> {
              String what = shown(mutant, seeds);
              done.accept(mutant, what);
              return what;
            }));
      }
      for (int i = 0; i < shown.size(); i++) {
        if (of(shown.get(i)).isEmpty()) {
          missed.add(mutants.get(i).name());
        }
      }
    }
    return new Outcome(mutants.size(), missed);
  }

  private static String of(Future<String> shown) {
    try {
      return shown.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault cannot be tried", e.getCause());
    }
  }

  /// What shows this fault: an invariant, the step and the seed; or an empty text.
  static String shown(Mutant mutant, long seeds) {
    try {
      PlantedClasses classes = new PlantedClasses(mutant);
      Class<?> trial = classes.loadClass(Trial.class.getName());
      return (String) trial.getMethod("run", long.class).invoke(null, seeds);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(mutant.name() + " cannot be tried", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(mutant.name() + " cannot be planted", e);
    }
  }
}
