// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.attach.AttachmentException;
import lat.enlace.node.door.Problem;
import lat.enlace.node.door.TooLongException;
import lat.enlace.node.login.LoginException;
import lat.enlace.node.ops.Outage;
import lat.enlace.workbench.RefusalStatus;
import lat.enlace.workbench.SigningException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// The one place where errors become HTTP for programs. Each answer carries the code of
/// docs/spec/errors.md and an id, which the log bears too; neither holds personal data. Nobody
/// comes here who is not logged in, so that no stranger fills the log.
@RestControllerAdvice(basePackageClasses = ApiEdge.class)
final class ApiEdge {
  private static final Logger LOG = LoggerFactory.getLogger(ApiEdge.class);
  private static final String RETRY_SECONDS = "5";

  private final Randomness randomness;

  ApiEdge(Randomness randomness) {
    this.randomness = randomness;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onRefused(ExchangeException e) {
    return e.code() == ExchangeException.Code.UNAVAILABLE
        ? unavailable(Outage.of(e), String.valueOf(e.getMessage()))
        : problem(RefusalStatus.of(e.code()), e.code().name(), String.valueOf(e.getMessage()));
  }

  /// A failure of the database outside the core, for instance while an account is looked up.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> onStore(StoreException e) {
    return unavailable(Outage.of(e), "the database is not usable");
  }

  private ResponseEntity<ProblemDetail> unavailable(Outage outage, String why) {
    ResponseEntity<ProblemDetail> answer =
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            ExchangeException.Code.UNAVAILABLE.name(),
            "The node takes no work now ("
                + outage.word()
                + "; "
                + why
                + "). Nothing was acknowledged and nothing is lost: look whether it took effect,"
                + " then try again. For the operator: "
                + outage.mend()
                + ".");
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onNotUnderstood(ApiException e) {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "INVALID_FORM",
        "The field " + e.field() + " is missing or not in its form.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onNotSigned(SigningException e) {
    return problem(HttpStatus.FORBIDDEN, e.code().name(), "No signature was made.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onAccount(LoginException e) {
    HttpStatus status =
        switch (e.code()) {
          case NO_ACCOUNT, NO_KEY -> HttpStatus.NOT_FOUND;
          case WRONG_PASSWORD -> HttpStatus.FORBIDDEN;
          case EXISTS, ANOTHER_KEY -> HttpStatus.CONFLICT;
          case WEAK_PASSWORD, ROLES_TOGETHER, WEAK_PASSPHRASE -> HttpStatus.UNPROCESSABLE_CONTENT;
          case KEYS -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return problem(status, e.code().name(), "The account was not changed.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onUnreadable(HttpMessageNotReadableException e) {
    return TooLongException.behind(e)
        .map(this::onTooLong)
        .orElseGet(() ->
            problem(HttpStatus.BAD_REQUEST, "MALFORMED", "The body is not the JSON this needs."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onTooLong(TooLongException e) {
    HttpStatus status = HttpStatus.CONTENT_TOO_LARGE;
    return problem(status, Problem.codeOf(status), String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onFile(AttachmentException e) {
    HttpStatus status =
        switch (e.code()) {
          case ATTACHMENT_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case ATTACHMENT_CUT_SHORT -> HttpStatus.BAD_REQUEST;
          case TYPE_REFUSED, TYPE_DIFFERS -> HttpStatus.UNPROCESSABLE_CONTENT;
          case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
          case ATTACHMENT_DAMAGED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return problem(status, e.code().name(), "Nothing of the file was kept or given out.");
  }

  /// A number or word of the address that is none.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> onAddress(TypeMismatchException e) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    return problem(status, Problem.codeOf(status), "The request does not fit this address.");
  }

  /// Everything the framework refuses itself, and bugs.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> onOther(Exception e) {
    if (e instanceof ErrorResponse refused) {
      HttpStatusCode status = refused.getStatusCode();
      return problem(status, Problem.codeOf(status), "The request does not fit this address.");
    }
    ResponseEntity<ProblemDetail> answer =
        answer(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "The node failed; nothing was done.");
    // The type tells where to look; a message could hold what a caller sent.
    LOG.atError()
        .addKeyValue("event", "api.failed")
        .addKeyValue("instance", instanceOf(answer))
        .addKeyValue("type", e.getClass().getName())
        .addKeyValue("at", e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString())
        .log("request failed");
    return answer;
  }

  private static String instanceOf(ResponseEntity<ProblemDetail> answer) {
    ProblemDetail body = answer.getBody();
    return body == null ? "" : String.valueOf(body.getInstance());
  }

  private ResponseEntity<ProblemDetail> problem(HttpStatusCode status, String code, String detail) {
    ResponseEntity<ProblemDetail> answer = answer(status, code, detail);
    // Codes alone: what was asked for, and by whom, stands in the ledger where it has a place.
    LOG.atLevel(status.is5xxServerError() ? Level.WARN : Level.INFO)
        .addKeyValue("event", "api.refused")
        .addKeyValue("instance", instanceOf(answer))
        .addKeyValue("status", status.value())
        .addKeyValue("code", code)
        .log("request refused");
    return answer;
  }

  private ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String code, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(status, code, detail, randomness));
  }
}
