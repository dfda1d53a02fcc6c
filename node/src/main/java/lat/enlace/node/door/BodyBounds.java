// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// How long the body of a request may be: 8 KiB where strangers log in, 33 MiB where files of
/// holdings are taken in, 1 GiB where files are attached, 1 MiB everywhere else. Stands before
/// everything that reads a body, so that nobody's role matters. A length told is judged at once;
/// one not told is counted while it is read. The container reads forms by itself, so a form must
/// tell its length.
public final class BodyBounds extends OncePerRequestFilter {
  /// Where strangers come in.
  public static final long DOOR_BYTES = 8L << 10;

  /// Everywhere but where files of holdings are taken in.
  public static final long USUAL_BYTES = 1L << 20;

  /// A file of holdings of 32 MiB, and the form around it.
  public static final long IMPORT_BYTES = 33L << 20;

  /// The longest file that an item may name, 1 GiB.
  public static final long FILE_BYTES = 1L << 30;

  private static final String FILES = "/api/v1/attachments";
  private static final Set<String> DOORS = Set.of("/login", "/first", "/logout");
  private static final Set<String> IMPORTS =
      Set.of(
          "/holdings/subjects",
          "/holdings/claims",
          "/holdings/protected",
          "/holdings/refugees",
          "/api/v1/holdings/subjects",
          "/api/v1/holdings/claims",
          "/api/v1/holdings/protected",
          "/api/v1/holdings/refugees");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long most = most(request.getRequestURI());
    long told = request.getContentLengthLong();
    if (told > most) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else if (told < 0 && isForm(request) && isChunked(request)) {
      response.sendError(HttpStatus.LENGTH_REQUIRED.value());
    } else {
      chain.doFilter(told < 0 ? new CountedRequest(request, most) : request, response);
    }
  }

  /// How many bytes a body sent to `path` may have.
  static long most(String path) {
    if (DOORS.contains(path)) {
      return DOOR_BYTES;
    }
    if (path.equals(FILES)) {
      return FILE_BYTES;
    }
    return IMPORTS.contains(path) ? IMPORT_BYTES : USUAL_BYTES;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).strip().toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
  }

  private static boolean isChunked(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }
}
