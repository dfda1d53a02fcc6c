// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.dispatch.Body;

/// What an officer must say in words before something is done.
public final class Stated {
  private Stated() {}

  /// @param need what is needed, for whoever left it out
  /// @throws ExchangeException with code INVALID_FORM if {@code words} are blank, or longer than a
  ///   dispatch takes
  public static void require(String words, String need) throws ExchangeException {
    if (words.isBlank() || words.length() > Body.MAX_TEXT_LENGTH) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, need);
    }
  }
}
