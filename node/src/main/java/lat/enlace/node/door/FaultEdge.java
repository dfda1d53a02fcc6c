// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lat.enlace.exchange.port.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost filter: what nothing inside typed is logged by its type and place alone, because a
/// message could hold what a caller sent, and the container below would log it whole.
public final class FaultEdge extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(FaultEdge.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      Throwable root = rootOf(e);
      LOG.atError()
          .addKeyValue("event", "request.failed")
          .addKeyValue("type", root.getClass().getName())
          .addKeyValue("at", root.getStackTrace().length == 0 ? "" : root.getStackTrace()[0])
          .log("a request failed");
      if (!response.isCommitted()) {
        response.sendError(
            root instanceof StoreException
                ? HttpStatus.SERVICE_UNAVAILABLE.value()
                : HttpStatus.INTERNAL_SERVER_ERROR.value());
      }
    }
  }

  /// Pages that say what went wrong are rendered in a second pass, which can fail too.
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof StoreException)) {
      root = root.getCause();
    }
    return root;
  }
}
