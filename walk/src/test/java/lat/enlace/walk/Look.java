// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// How a page is looked at: in which language and how wide, in CSS pixels. 360 px is a telephone,
/// and also what 1280 px leave at a zoom of 355 %.
record Look(String language, int width) {
  private static final int WIDE = 1280;
  private static final int NARROW = 360;
  private static final int HIGH = 900;
  private static final Optional<String> CHOSEN =
      Optional.ofNullable(System.getProperty("enlace.looks"));

  /// For what everyone sees: both languages, wide and narrow.
  static Stream<Look> all() {
    return CHOSEN.isPresent() ? chosen() : everyOne().stream();
  }

  /// For the path that everyone walks: two looks that differ in everything.
  static Stream<Look> two() {
    return CHOSEN.isPresent() ? chosen() : Stream.of(new Look("es", WIDE), new Look("en", NARROW));
  }

  /// For the rest: the tightest look, the longer words on the narrower screen.
  static Stream<Look> tight() {
    return CHOSEN.isPresent() ? chosen() : Stream.of(new Look("es", NARROW));
  }

  /// All four, in a fixed order.
  static List<Look> everyOne() {
    return List.of(
        new Look("es", WIDE), new Look("es", NARROW), new Look("en", WIDE), new Look("en", NARROW));
  }

  private static Stream<Look> chosen() {
    return CHOSEN.stream()
        .flatMap(looks -> Stream.of(looks.split(",")))
        .map(look -> look.split("-"))
        .map(parts -> new Look(parts[0], Integer.parseInt(parts[1])));
  }

  /// True if someone chose the looks, in order to look at pictures of the pages.
  static boolean pictured() {
    return CHOSEN.isPresent();
  }

  /// True under {@code ./enlace test --full}.
  static boolean full() {
    return Boolean.getBoolean("enlace.full");
  }

  int height() {
    return HIGH;
  }

  /// What the pages say in this language.
  String says(String key) {
    return ResourceBundle.getBundle(
            "lat.enlace.workbench.messages",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }

  /// A case of its own for each look: questions about one person for one case have a budget.
  String caseOf(String story) {
    return "2026-CO-" + story + "-" + language.toUpperCase(Locale.ROOT) + width;
  }

  /// The name of the picture that is kept of a page.
  String picture(String page) {
    return String.join("-", List.of(page, language, Integer.toString(width))) + ".png";
  }

  @Override
  public String toString() {
    return language + " at " + width + " px";
  }
}
