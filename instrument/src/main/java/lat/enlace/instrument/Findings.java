// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the problems of one text, so that all are told at once.
final class Findings {
  /// Most problems that are told; a text with more is not a text.
  static final int MAX_PROBLEMS = 200;

  private final List<Problem> problems = new ArrayList<>();

  void add(YamlNode.Place at, String path, Problem.Code code, String advice) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(at.line(), at.column(), path, code, advice));
    }
  }

  void throwIfAny() throws InstrumentException {
    if (!problems.isEmpty()) {
      throw new InstrumentException(
          problems.stream()
              .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
              .toList());
    }
  }
}
