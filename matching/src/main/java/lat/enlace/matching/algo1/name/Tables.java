// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The word tables of the algorithm, shipped inside it as readable text.
public final class Tables {
  private Tables() {}

  /// The lines of a table without comments, each split at white space.
  public static List<List<String>> rows(String name) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(name)) {
      rows.add(List.of(line.split("\\s+", -1)));
    }
    return rows;
  }

  /// The lines of a table without comments.
  public static List<String> lines(String name) {
    try (InputStream in = Tables.class.getResourceAsStream("/lat/enlace/matching/algo1/" + name)) {
      if (in == null) {
        throw new IllegalStateException("table missing: " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
