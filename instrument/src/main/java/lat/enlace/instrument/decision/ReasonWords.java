// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Locale;
import java.util.ResourceBundle;
import lat.enlace.model.Language;

/// The words for reasons in one language, from the bundle `lat.enlace.instrument.reasons`. A
/// language without words of its own is told in English.
public final class ReasonWords {
  private final ResourceBundle bundle;

  private ReasonWords(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The words in `language`, whatever the machine's own locale is.
  public static ReasonWords in(Language language) {
    ResourceBundle.Control rootAsFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new ReasonWords(
        ResourceBundle.getBundle(
            "lat.enlace.instrument.reasons", Locale.of(language.code()), rootAsFallback));
  }

  /// What it means.
  public String message(Reason reason) {
    return bundle.getString(reason.messageKey());
  }

  /// What would change it.
  public String remedy(Reason reason) {
    return bundle.getString(reason.remedyKey());
  }
}
