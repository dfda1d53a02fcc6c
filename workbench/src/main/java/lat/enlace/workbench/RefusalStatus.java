// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.exchange.ExchangeException;
import org.springframework.http.HttpStatus;

/// What the core's refusals are in HTTP, for pages and programs alike (docs/spec/api.md, "Errors").
public final class RefusalStatus {
  private RefusalStatus() {}

  /// The status of a code.
  public static HttpStatus of(ExchangeException.Code code) {
    return switch (code) {
      case ROLE_MISSING, AGENCY_CEILING, REFUSED, APPROVAL_REFUSED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case WRONG_STATE, NO_INSTRUMENT, ID_TAKEN -> HttpStatus.CONFLICT;
      case INVALID_FORM, NOT_TRUSTED, NOT_INDEXABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case WRONG_RECEIPT -> HttpStatus.BAD_GATEWAY;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
