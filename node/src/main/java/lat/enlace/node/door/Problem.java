// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import java.net.URI;
import java.util.Locale;
import lat.enlace.exchange.port.Randomness;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// An error as programs hear it (RFC 9457): a code of docs/spec/errors.md, and an id of its own,
/// which whoever logs the error may log too. Holds nothing of what was sent.
public final class Problem {
  private static final int INSTANCE_BYTES = 8;

  private Problem() {}

  /// The problem with `code`.
  public static ProblemDetail of(
      HttpStatusCode status, String code, String detail, Randomness randomness) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:enlace:error:" + code.toLowerCase(Locale.ROOT)));
    problem.setInstance(URI.create("urn:enlace:instance:" + randomness.next(INSTANCE_BYTES).hex()));
    problem.setProperty("code", code);
    return problem;
  }

  /// The code of what a request hears before any code of ours has looked at it.
  public static String codeOf(HttpStatusCode status) {
    return status.value() == 413 ? "TOO_LARGE" : "HTTP_" + status.value();
  }
}
