// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import lat.enlace.model.Agreement;
import lat.enlace.model.Language;

/// Puts explanations into words. Spanish, Portuguese and English; other languages of the nodes read
/// the English words until theirs are translated.
public final class Explanations {
  private static final String BUNDLE = "lat.enlace.matching.explanations";

  private final ResourceBundle words;

  /// Words of {@code language}.
  public Explanations(Language language) {
    Locale locale =
        switch (language) {
          case ES -> Locale.of("es");
          case PT -> Locale.of("pt");
          case EN, FR, NL -> Locale.ROOT;
        };
    this.words =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// One sentence; the key itself if there are no words for it.
  public String render(Explanation explanation) {
    try {
      String pattern = words.getString(explanation.key());
      return new MessageFormat(pattern, Locale.ROOT).format(explanation.arguments().toArray());
    } catch (MissingResourceException e) {
      return explanation.key();
    }
  }

  /// The reasons of all compared features, in one line.
  public String render(List<FeatureResult> features) {
    return features.stream()
        .filter(feature -> feature.agreement() != Agreement.NOT_COMPARED)
        .flatMap(feature -> feature.reasons().stream())
        .map(this::render)
        .collect(Collectors.joining("; "));
  }
}
