// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A fault that can be planted in the product: one change of one method of one class, and what it
/// breaks. The product knows nothing of it (docs/spec/simulation.md, "Planted faults").
///
/// @param name what is wrong then
/// @param breaks an invariant, or a state machine of kinds.md
/// @param type the class
/// @param method the method, with the lambdas in it; every overload of the name
/// @param change what becomes of it
record Mutant(String name, String breaks, String type, String method, Mutation change) {
  private static final String CATALOGUE = "/mutants.txt";
  private static final int COLUMNS = 5;

  /// The catalogue.
  static List<Mutant> all() {
    try (InputStream in = Mutant.class.getResourceAsStream(CATALOGUE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Mutant::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutant read(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("not a fault: " + line);
    }
    return new Mutant(
        cells[0].strip(),
        cells[1].strip(),
        "lat.enlace." + cells[2].strip(),
        cells[3].strip(),
        Mutation.read(cells[4].strip()));
  }

  /// True if this is the method, or a lambda in it.
  boolean isIn(String name) {
    return name.equals(method) || name.startsWith("lambda$" + method + "$");
  }
}
