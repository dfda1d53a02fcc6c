// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import lat.enlace.instrument.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Problems of a text as people and as machines read them.
final class ProblemsText {
  private ProblemsText() {}

  static void print(PrintWriter out, Path file, List<Problem> problems) {
    for (Problem problem : problems) {
      out.printf(
          "%s:%d:%d: %s%s%n    %s%n",
          file,
          problem.line(),
          problem.column(),
          problem.code(),
          problem.path().isEmpty() ? "" : " at " + problem.path(),
          problem.advice());
    }
  }

  static void json(ObjectNode target, List<Problem> problems) {
    ArrayNode array = target.putArray("problems");
    for (Problem problem : problems) {
      array
          .addObject()
          .put("line", problem.line())
          .put("column", problem.column())
          .put("path", problem.path())
          .put("code", problem.code().name())
          .put("advice", problem.advice());
    }
  }
}
