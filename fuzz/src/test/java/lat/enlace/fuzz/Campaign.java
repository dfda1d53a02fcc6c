// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import lat.enlace.bytes.Bytes;

/// The fuzzer of a share of the parsers, in a process of its own: Jazzer instruments the whole
/// virtual machine and ends it when it is done.
record Campaign(List<EntryPoint> parsers, int seconds, Path folder) {
  /// Opens the lines in which the target says how often a parser ran.
  static final String RAN = "ran: ";

  private static final int START_AND_STOP_SECONDS = 240;

  /// What a campaign came to.
  ///
  /// @param runs how often each parser ran, by id
  /// @param complaint what the fuzzer found, or nothing
  record Result(Campaign campaign, Map<String, Long> runs, String complaint) {}

  /// Runs to its end, about {@link #seconds} for each parser.
  Result run() throws IOException, InterruptedException {
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    writeSeeds(seeds);
    Path log = folder.resolve("fuzzer.log");
    Process fuzzer =
        new ProcessBuilder(command(seeds))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    fuzzer.getOutputStream().close();
    int limit = seconds * parsers.size() + START_AND_STOP_SECONDS;
    boolean ended = fuzzer.waitFor(limit, TimeUnit.SECONDS);
    if (!ended) {
      fuzzer.destroyForcibly();
    }
    String said = Files.readString(log);
    return new Result(this, runs(said), ended && fuzzer.exitValue() == 0 ? "" : said);
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

  private static Map<String, Long> runs(String said) {
    Map<String, Long> runs = new TreeMap<>();
    said.lines()
        .filter(line -> line.startsWith(RAN))
        .map(line -> line.substring(RAN.length()).split(" ", 2))
        .forEach(words -> runs.put(words[0], Long.valueOf(words[1])));
    return runs;
  }

  private List<String> command(Path seeds) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzTarget.class.getName(),
            "--target_args=" + String.join(" ", parsers.stream().map(EntryPoint::id).toList()),
            "--instrumentation_includes=lat.enlace.**",
            "--custom_hook_includes=lat.enlace.**",
            "--reproducer_path=" + folder,
            "-max_total_time=" + seconds * parsers.size(),
            "-timeout=10",
            "-max_len=131072",
            Files.createDirectories(folder.resolve("found")).toString(),
            seeds.toString()));
    return command;
  }
}
