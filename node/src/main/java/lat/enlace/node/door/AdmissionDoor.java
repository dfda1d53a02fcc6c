// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sheds what comes in beyond what the node can do (docs/spec/api.md, "Overload"): so many requests
/// are served at once, so many more wait for a short time, and whatever comes beyond hears 503 with
/// `Retry-After` before anything of it is read. What is taken in is answered about as fast as ever,
/// and nothing grows with what is not.
///
/// What saves people goes first: warnings, inquiries after persons and the state of the node have
/// places of their own, which nothing else takes, beside those of all.
public final class AdmissionDoor extends OncePerRequestFilter {
  /// What a program hears whose request is shed.
  static final String OVERLOADED = "OVERLOADED";

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration LONGER = Duration.ofSeconds(5);
  private static final String SECONDS = "2";
  private static final Set<String> FIRST =
      Set.of("/api/v1/warnings", "/api/v1/inquiries", "/warnings", "/whereabouts", "/health");

  private final Turns all;
  private final Turns first;

  /// Sheds beyond this.
  ///
  /// @param atOnce how many are served at once, and how many more may wait; a quarter of it again
  ///   for what goes first
  public AdmissionDoor(int atOnce) {
    this.all = new Turns(atOnce, atOnce);
    this.first = new Turns(Math.max(1, atOnce / 4), atOnce);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean goesFirst = goesFirst(request.getRequestURI());
    Turns turns = all;
    boolean served = all.take(goesFirst ? Duration.ZERO : PATIENCE);
    if (!served && goesFirst) {
      turns = first;
      served = first.take(LONGER);
    }
    if (!served) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), OVERLOADED);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      turns.give();
    }
  }

  /// True for the addresses under which people are warned or looked for, and those that watch the
  /// node.
  static boolean goesFirst(String path) {
    return FIRST.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
  }
}
