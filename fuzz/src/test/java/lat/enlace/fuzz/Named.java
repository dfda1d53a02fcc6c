// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;

/// An input whose first line names one of a closed list; where it does not, its first byte chooses,
/// so that the fuzzer reaches all of them.
record Named(String name, Bytes rest) {
  private static final int LONGEST = 40;

  static Named of(byte[] data, Set<String> names) {
    for (int end = 0; end < Math.min(data.length, LONGEST); end++) {
      String line = new String(data, 0, end, StandardCharsets.ISO_8859_1);
      if (data[end] == '\n' && names.contains(line)) {
        return new Named(line, Bytes.copyOf(Arrays.copyOfRange(data, end + 1, data.length)));
      }
    }
    List<String> sorted = names.stream().sorted().toList();
    int chosen = data.length == 0 ? 0 : data[0] & 0xff;
    return new Named(sorted.get(chosen % sorted.size()), Bytes.copyOf(data));
  }
}
