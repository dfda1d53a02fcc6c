// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;

/// The fuzzer of a share of the parsers, in a process of its own: Jazzer instruments the whole
/// virtual machine and ends it when it is done.
record Campaign(List<EntryPoint> parsers, int seconds, Path folder) {
  /// Opens the lines in which the target says how often a parser ran.
  static final String RAN = "ran: ";

  /// The line in which the target says that every parser has had its time.
  static final String DONE = "done: every parser has had its time";

  /// For the start of Jazzer and for a machine that does other things too.
  private static final int MARGIN_SECONDS = 300;

  /// Of the clock, which runs on where a busy machine gives the fuzzer no turn.
  private static final int HANG_SECONDS = 60;

  /// What a campaign came to.
  ///
  /// @param shares what each parser had, by id
  /// @param isSound false if the fuzzer found something
  /// @param said every line of its log
  record Result(Campaign campaign, Map<String, Share> shares, boolean isSound, List<String> said) {}

  /// How often a parser ran, and how long that took by the clock and by the processor, the making
  /// of inputs included.
  record Share(long runs, long millis, long processorMillis) {
    static final Share NONE = new Share(0, 0, 0);

    /// As the target says it, after the id.
    static Share of(String[] words) {
      return new Share(
          Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }
  }

  /// Runs to its end: {@link #seconds} for each parser, which the target shares out.
  Result run() throws IOException, InterruptedException {
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    writeSeeds(seeds);
    Process fuzzer =
        new ProcessBuilder(command(seeds))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    fuzzer.getOutputStream().close();
    List<String> said = new ArrayList<>();
    boolean done = false;
    try (BufferedReader lines = fuzzer.inputReader(StandardCharsets.UTF_8)) {
      while (!done) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        said.add(line);
        done = line.equals(DONE);
      }
    } finally {
      fuzzer.destroyForcibly();
    }
    return new Result(this, shares(said), done || fuzzer.waitFor() == 0, said);
  }

  private void writeSeeds(Path seeds) throws IOException {
    for (int i = 0; i < parsers.size(); i++) {
      Bytes selector = Bytes.of(i);
      Files.write(seeds.resolve(i + "-empty"), selector.toArray());
      int number = 0;
      for (Path input : Corpus.inputs(parsers.get(i))) {
        Bytes seed = Bytes.concat(selector, Bytes.copyOf(Files.readAllBytes(input)));
        Files.write(seeds.resolve(i + "-" + number), seed.toArray());
        number++;
      }
    }
  }

  private static Map<String, Share> shares(List<String> said) {
    Map<String, Share> shares = new TreeMap<>();
    said.stream()
        .filter(line -> line.startsWith(RAN))
        .map(line -> line.substring(RAN.length()).split(" "))
        .forEach(words -> shares.put(words[0], Share.of(words)));
    return shares;
  }

  private String addresses() {
    return String.join(" ", parsers.stream().map(EntryPoint::address).toList());
  }

  private List<String> command(Path seeds) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Denlace.root=" + Corpus.top(),
            "-D" + StoredRows.PROPERTY + "=" + StoredRows.told(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzTarget.class.getName(),
            "--target_args=" + seconds + " " + addresses(),
            "--instrumentation_includes=lat.enlace.**",
            "--instrumentation_excludes=lat.enlace.fuzz.**",
            "--custom_hook_includes=lat.enlace.**",
            "--custom_hook_excludes=lat.enlace.fuzz.**",
            "--reproducer_path=" + folder,
            "-max_total_time=" + (2 * seconds * parsers.size() + MARGIN_SECONDS),
            "-timeout=" + HANG_SECONDS,
            "-max_len=131072",
            Files.createDirectories(folder.resolve("found")).toString(),
            seeds.toString()));
    return command;
  }
}
