// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lat.enlace.exchange.port.Randomness;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Tells programs in problem+json, not in a page for people, that they were turned away before the
/// API looked at their request: no log-in, no such address, another method, a body too long.
public final class ProblemDoor extends OncePerRequestFilter {
  private static final String API = "/api/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Randomness randomness;

  /// With ids of `randomness`.
  public ProblemDoor(Randomness randomness) {
    this.randomness = randomness;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(API);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new Telling(response));
  }

  private final class Telling extends HttpServletResponseWrapper {
    Telling(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      tell(HttpStatusCode.valueOf(status), AdmissionDoor.OVERLOADED.equals(message));
    }

    @Override
    public void sendError(int status) throws IOException {
      tell(HttpStatusCode.valueOf(status), false);
    }

    private void tell(HttpStatusCode status, boolean shed) throws IOException {
      byte[] body = JSON.writeValueAsBytes(problem(status, shed));
      resetBuffer();
      setStatus(status.value());
      setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      setContentLength(body.length);
      getOutputStream().write(body);
      flushBuffer();
    }
  }

  private static String detail(HttpStatusCode status, boolean shed) {
    if (shed) {
      return "More comes in than this node can do. Nothing was done: send it again later.";
    }
    return status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
        ? "The body is longer than this address takes."
        : "The request does not fit this address.";
  }

  private Map<String, Object> problem(HttpStatusCode status, boolean shed) {
    String code = shed ? AdmissionDoor.OVERLOADED : Problem.codeOf(status);
    ProblemDetail problem = Problem.of(status, code, detail(status, shed), randomness);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", String.valueOf(problem.getType()));
    fields.put("title", String.valueOf(problem.getTitle()));
    fields.put("status", problem.getStatus());
    fields.put("detail", String.valueOf(problem.getDetail()));
    fields.put("instance", String.valueOf(problem.getInstance()));
    fields.putAll(Objects.requireNonNull(problem.getProperties()));
    return fields;
  }
}
