// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/// What Jazzer drives: a share of all parsers. The first byte of an input chooses the parser, the
/// rest is what it gets; starting a fuzzer costs more than running one, so they share it.
public final class FuzzTarget {
  /// Lets all seeds of one parser pass before shares are looked at.
  private static final int SLACK = 500;

  private static List<EntryPoint> parsers = List.of();
  private static long[] runs = new long[0];

  private FuzzTarget() {}

  /// Called once by Jazzer with the ids of the parsers.
  public static void fuzzerInitialize(String[] ids) {
    parsers = Stream.of(ids).map(EntryPoints::named).toList();
    runs = new long[ids.length];
  }

  /// Called by Jazzer for every input.
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int chosen = choose(data[0] & 0xff);
    runs[chosen]++;
    byte[] input = Arrays.copyOfRange(data, 1, data.length);
    try {
      check(parsers.get(chosen), input);
    } catch (Throwable found) {
      String shown = Base64.getEncoder().encodeToString(input);
      throw new AssertionError(parsers.get(chosen).id() + " on base64 " + shown, found);
    }
  }

  /// The parser the byte names, unless it has had more than a quarter above its share of the runs:
  /// then the one that had fewest. A parser with many paths would otherwise take the others' time.
  private static int choose(int named) {
    int chosen = named % runs.length;
    long share = LongStream.of(runs).sum() / runs.length;
    if (runs[chosen] <= share + share / 4 + SLACK) {
      return chosen;
    }
    int least = 0;
    for (int i = 1; i < runs.length; i++) {
      least = runs[i] < runs[least] ? i : least;
    }
    return least;
  }

  /// Called once by Jazzer at the end: says how often each parser ran.
  public static void fuzzerTearDown() {
    for (int i = 0; i < runs.length; i++) {
      System.err.println(Campaign.RAN + parsers.get(i).id() + " " + runs[i]);
    }
  }

  /// Feeds the input; what has a binary form of its own must also have been read from that form.
  static void check(EntryPoint entry, byte[] data) throws Throwable {
    Object read = entry.feed(data);
    if (read == null || entry.method().getParameterTypes()[0] != Bytes.class) {
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
