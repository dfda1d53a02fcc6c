// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import lat.enlace.model.Language;

/// The words for effects in one language; each of the five has its own.
public final class EffectWords {
  private final ResourceBundle bundle;
  private final Locale locale;

  private EffectWords(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /// The words in `language`, whatever the machine's own locale is.
  public static EffectWords in(Language language) {
    Locale locale = Locale.of(language.code());
    ResourceBundle.Control rootAsFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new EffectWords(
        ResourceBundle.getBundle("lat.enlace.instrument.effects", locale, rootAsFallback), locale);
  }

  /// The effect in words.
  public String text(Effect effect) {
    return new MessageFormat(bundle.getString(effect.key()), locale)
        .format(effect.arguments().toArray());
  }
}
