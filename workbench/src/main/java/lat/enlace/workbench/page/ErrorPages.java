// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.workbench.RefusalStatus;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says in plain words what the core did not do, and what to do now.
@ControllerAdvice("lat.enlace.workbench")
class ErrorPages {
  @ExceptionHandler
  ModelAndView refused(ExchangeException e) {
    return page(RefusalStatus.of(e.code()), e.code().name());
  }

  /// The database failed outside the core, for instance while an account was looked up.
  @ExceptionHandler
  ModelAndView unavailable(StoreException e) {
    return page(HttpStatus.SERVICE_UNAVAILABLE, ExchangeException.Code.UNAVAILABLE.name());
  }

  /// An address, a code or a number that is not one; what was typed is not shown. What is only
  /// looked at has no form that could be filled in better.
  @ExceptionHandler
  ModelAndView malformed(IllegalArgumentException e, HttpMethod method) {
    if (method.equals(HttpMethod.GET)) {
      return page(HttpStatus.NOT_FOUND, ExchangeException.Code.NOT_FOUND.name());
    }
    return page(
        RefusalStatus.of(ExchangeException.Code.INVALID_FORM),
        ExchangeException.Code.INVALID_FORM.name());
  }

  private static ModelAndView page(HttpStatus status, String code) {
    ModelAndView page = new ModelAndView("error/refused");
    page.setStatus(status);
    page.addObject("code", code);
    return page;
  }
}
