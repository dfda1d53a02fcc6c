// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import org.springframework.stereotype.Component;

/// What an authority signs: exactly the text that its page showed.
@Component
public class ExactText {
  private final Desk desk;
  private final Signing signing;

  ExactText(Desk desk, Signing signing) {
    this.desk = desk;
    this.signing = signing;
  }

  /// What the signature is for.
  @FunctionalInterface
  public interface Act {
    /// Does it.
    void with(Bytes signature) throws ExchangeException;
  }

  /// How a page names a text, so that another one is noticed.
  public static String hash(Bytes text) {
    return Hash.sha256(text).value().hex();
  }

  /// Signs {@code text} with the officer's key if it is the one shown, and acts.
  ///
  /// @param shown its {@link #hash}, as the page gave it
  /// @param passphrase as typed; never kept, never logged
  /// @return the key of the message that says why nothing was done; nothing if it was done
  public Optional<String> sign(Bytes text, String shown, String passphrase, Act act)
      throws ExchangeException {
    if (!hash(text).equals(shown)) {
      return Optional.of("problem.textChanged");
    }
    try {
      act.with(signing.sign(desk.officer(), text, passphrase));
      return Optional.empty();
    } catch (SigningException e) {
      return Optional.of("problem.signing." + e.code().name());
    }
  }
}
