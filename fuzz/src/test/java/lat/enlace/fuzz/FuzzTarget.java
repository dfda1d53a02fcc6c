// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/// What Jazzer drives: a share of all parsers. The first byte of an input chooses the parser, the
/// rest is what it gets; starting a fuzzer costs more than running one, so they share it.
public final class FuzzTarget {
  private static final long HANG = TimeUnit.SECONDS.toNanos(10);
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  /// Of the time by the clock, so much must be time on the processor: a busy machine makes the
  /// fuzzer take longer, not do less.
  static final int LEAST_ON_PROCESSOR = 5;

  /// However slow it is.
  static final int LEAST_RUNS = 20;

  private static List<Turn> turns = List.of();
  private static long since;
  private static long processorSince;
  private static boolean started;

  private FuzzTarget() {}

  /// Called once by Jazzer with the seconds for each parser, then the addresses of the parsers.
  /// Each is fed its seeds already, since to load and to instrument its classes is nobody's time.
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    long budget = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
    turns =
        Stream.of(arguments)
            .skip(1)
            .map(address -> new Turn(EntryPoints.at(address), budget))
            .toList();
    for (Turn turn : turns) {
      for (Path seed : Corpus.inputs(turn.parser)) {
        fed(turn.parser, Files.readAllBytes(seed));
      }
    }
  }

  /// Called by Jazzer for every input. The time since the last input is that of the parser which
  /// this one goes to: what the fuzzer needed to make it counts too.
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    if (!started) {
      started = true;
      since = System.nanoTime();
      processorSince = PROCESSOR.getCurrentThreadCpuTime();
    }
    Turn turn = choose(data[0] & 0xff);
    fed(turn.parser, Arrays.copyOfRange(data, 1, data.length));
    count(turn);
  }

  private static void fed(EntryPoint parser, byte[] input) {
    long before = PROCESSOR.getCurrentThreadCpuTime();
    try {
      check(parser, input);
      if (PROCESSOR.getCurrentThreadCpuTime() - before > HANG) {
        throw new AssertionError("took more than 10 seconds of the processor");
      }
    } catch (Throwable found) {
      String shown = Base64.getEncoder().encodeToString(input);
      throw new AssertionError(parser.id() + " on base64 " + shown, found);
    }
  }

  /// Says it when all have had their time: the process is then ended from outside, since the clock
  /// of Jazzer also counts how long it took to start.
  private static void count(Turn turn) {
    long now = System.nanoTime();
    long processorNow = PROCESSOR.getCurrentThreadCpuTime();
    boolean waited = !turn.isOver();
    turn.runs++;
    turn.spent += now - since;
    turn.onProcessor += processorNow - processorSince;
    since = now;
    processorSince = processorNow;
    if (waited && turns.stream().allMatch(Turn::isOver)) {
      tell();
      System.err.println(Campaign.DONE);
    }
  }

  /// The parser the byte names, until it has had its time: then the one that had least.
  private static Turn choose(int named) {
    Turn chosen = turns.get(named % turns.size());
    if (!chosen.isOver()) {
      return chosen;
    }
    Turn least = chosen;
    for (Turn turn : turns) {
      least = !turn.isOver() && (least.isOver() || turn.spent < least.spent) ? turn : least;
    }
    return least;
  }

  /// Called once by Jazzer at the end, if it ends by itself.
  public static void fuzzerTearDown() {
    tell();
  }

  private static void tell() {
    turns.forEach(turn -> System.err.println(Campaign.RAN + turn));
  }

  /// What one parser has had.
  private static final class Turn {
    final EntryPoint parser;
    final long budget;
    long runs;
    long spent;
    long onProcessor;

    Turn(EntryPoint parser, long budget) {
      this.parser = parser;
      this.budget = budget;
    }

    boolean isOver() {
      return runs >= LEAST_RUNS && spent >= budget && onProcessor >= budget / LEAST_ON_PROCESSOR;
    }

    @Override
    public String toString() {
      return String.join(
          " ",
          parser.id(),
          Long.toString(runs),
          Long.toString(TimeUnit.NANOSECONDS.toMillis(spent)),
          Long.toString(TimeUnit.NANOSECONDS.toMillis(onProcessor)));
    }
  }

  /// Feeds the input; what has a binary form of its own must also have been read from that form.
  static void check(EntryPoint entry, byte[] data) throws Throwable {
    Object read = entry.feed(data);
    List<Class<?>> taken = List.of(entry.method().getParameterTypes());
    if (read == null || taken.indexOf(Bytes.class) != 0) {
      return;
    }
    Method form = writer(read.getClass());
    if (form != null && !form.invoke(read).equals(Bytes.copyOf(data))) {
      throw new AssertionError("read from bytes that are not its form");
    }
  }

  private static @Nullable Method writer(Class<?> type) {
    try {
      return type.getMethod("toBytes");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
