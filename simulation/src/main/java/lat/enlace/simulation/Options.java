// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the command was called.
///
/// @param threads how many seeds run at a time, each in one thread
record Options(
    long from,
    long seeds,
    boolean json,
    boolean trace,
    boolean mutants,
    boolean help,
    int threads) {
  static final String USAGE =
      """
      Usage: enlace simulate [--from SEED] [--seeds N] [--json] [--threads T]
             enlace simulate --from SEED --seeds 1 --trace
             enlace simulate --mutants [--json]
      Five nodes in one thread, with their officers, a bad network, bad disks, crashes and a peer
      that lies; every invariant is looked at after every step. The same seed is the same run.
            --from SEED   the first seed (0)
            --seeds N     how many (20)
            --trace       prints every step of one seed
            --threads T   how many seeds at a time (the number of processors)
            --mutants     plants every fault of the catalogue, one at a time, and tells which of them
                          the simulation catches
            --json        one object for machines
      Exit codes: 0 every invariant held, 1 one did not, 2 wrong use.
      """;

  static Optional<Options> read(String[] args) {
    long from = 0;
    long seeds = 20;
    int threads = Runtime.getRuntime().availableProcessors();
    List<String> flags = List.of("--json", "--trace", "--mutants", "--help", "-h");
    Set<String> given = new HashSet<>();
    for (int i = 0; i < args.length; i++) {
      String name = args[i];
      if (flags.contains(name)) {
        given.add(name);
        continue;
      }
      Optional<Long> value = i + 1 < args.length ? number(args[++i]) : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      switch (name) {
        case "--from" -> from = value.get();
        case "--seeds" -> seeds = value.get();
        case "--threads" -> threads = (int) Math.min(value.get(), Integer.MAX_VALUE);
        default -> {
          return Optional.empty();
        }
      }
    }
    Options options =
        new Options(
            from,
            seeds,
            given.contains("--json"),
            given.contains("--trace"),
            given.contains("--mutants"),
            given.contains("--help") || given.contains("-h"),
            threads);
    return options.isSound() ? Optional.of(options) : Optional.empty();
  }

  private boolean isSound() {
    return seeds > 0 && threads > 0 && (!trace || (seeds == 1 && !json && !mutants));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
