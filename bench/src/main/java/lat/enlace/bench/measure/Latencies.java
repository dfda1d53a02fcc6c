// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.measure;

import java.util.Arrays;

/// How long each of many things took, from the time it was due: what waits because others were slow
/// counts as slow too. Thread-safe.
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private long[] nanos = new long[1 << 20];
  private int count;

  /// One more.
  public synchronized void add(long oneNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count] = oneNanos;
    count++;
  }

  /// How many there are.
  public synchronized int count() {
    return count;
  }

  /// The milliseconds that `share` of them, between 0 and 1, did not exceed.
  public synchronized double millis(double share) {
    if (count == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int at = (int) Math.ceil(share * count) - 1;
    return sorted[Math.max(0, at)] / NANOS_PER_MILLI;
  }
}
