// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What this process holds in memory, as Linux counts it.
final class Memory {
  private static final double KIBIBYTES = 1024.0;

  private Memory() {}

  /// Resident now.
  static double residentMebibytes() throws IOException {
    return status("VmRSS:");
  }

  /// Resident at most since the process began.
  static double mostMebibytes() throws IOException {
    return status("VmHWM:");
  }

  private static double status(String field) throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII)) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).replace("kB", "").strip())
          .mapToDouble(kibibytes -> Long.parseLong(kibibytes) / KIBIBYTES)
          .findFirst()
          .orElseThrow(() -> new IOException("no " + field + " in /proc/self/status"));
    }
  }
}
