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
  ///
  /// @param unplanted what the simulation showed without any fault: then nothing it shows with one
  ///   says anything, and none was planted. Empty if it held
  record Outcome(int planted, List<String> missed, String unplanted) {
    Outcome {
      missed = List.copyOf(missed);
    }

    int caught() {
      return planted - missed.size();
    }

    /// True if at least 95 of 100 were caught, and nothing showed where no fault was.
    boolean ok() {
      return unplanted.isEmpty() && caught() * 100 >= planted * 95;
    }
  }

  private Mutants() {}

  /// Runs the same seeds without a fault first; if an invariant fails there, that is all it tells.
  /// Then tries each under up to {@code seeds} seeds, {@code threads} of them at a time.
  ///
  /// @param done is told each, and what showed it or nothing, from the thread that tried it
  static Outcome run(
      List<Mutant> mutants, long seeds, int threads, BiConsumer<Mutant, String> done) {
    String unplanted = shown(PlantedClasses.sound(), seeds);
    if (!unplanted.isEmpty()) {
      return new Outcome(0, List.of(), unplanted);
    }
    List<String> missed = new ArrayList<>();
    try (ExecutorService tries = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> shown = new ArrayList<>();
      for (Mutant mutant : mutants) {
        shown.add(tries.submit(() -> tried(mutant, seeds, done)));
      }
      for (int i = 0; i < shown.size(); i++) {
        if (of(shown.get(i)).isEmpty()) {
          missed.add(mutants.get(i).name());
        }
      }
    }
    return new Outcome(mutants.size(), missed, "");
  }

  /// A fault whose trial does not come to an end is not caught, and the others are tried all the
  /// same.
  private static String tried(Mutant mutant, long seeds, BiConsumer<Mutant, String> done) {
    try {
      String what = shown(mutant, seeds);
      done.accept(mutant, what);
      return what;
    } catch (IllegalStateException e) {
      done.accept(mutant, "NOT CAUGHT, " + e.getMessage() + ": " + e.getCause());
      return "";
    }
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
    return shown(new PlantedClasses(mutant), seeds);
  }

  private static String shown(PlantedClasses classes, long seeds) {
    try {
      Class<?> trial = classes.loadClass(Trial.class.getName());
      return (String) trial.getMethod("run", long.class).invoke(null, seeds);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a trial does not end", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a fault cannot be planted", e);
    }
  }
}
