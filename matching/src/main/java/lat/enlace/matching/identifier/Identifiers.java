// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks numbers by the name of their format, for instance {@code co_nit} or {@code imei}.
public final class Identifiers {
  private static final int MAX_LENGTH = 256;
  private static final String DASHES = "‐‑‒–—―−﹘－";

  private final Map<String, Scheme> schemes = new TreeMap<>();

  /// All formats known. Nobody is born after {@code today}, and no company founded.
  public Identifiers(LocalDate today) {
    AndeanFormats.addTo(schemes);
    SouthernFormats.addTo(schemes);
    MexicanFormats.addTo(schemes);
    CaribbeanFormats.addTo(schemes);
    IberianFormats.addTo(schemes);
    FrenchFormats.addTo(schemes);
    BeneluxFormats.addTo(schemes);
    GermanFormats.addTo(schemes);
    ItalianFormats.addTo(schemes);
    BritishFormats.addTo(schemes);
    NordicFormats.addTo(schemes, today);
    BalticFormats.addTo(schemes);
    CentralFormats.addTo(schemes);
    BalkanFormats.addTo(schemes);
    EasternFormats.addTo(schemes);
    AmericanFormats.addTo(schemes);
    EastAsianFormats.addTo(schemes);
    AsianFormats.addTo(schemes, today);
    AfricanFormats.addTo(schemes);
    PacificFormats.addTo(schemes);
    DeviceFormats.addTo(schemes);
    FinanceFormats.addTo(schemes);
    PlainFormats.addTo(schemes);
    PlateFormats.addTo(schemes);
    CardFormats.addTo(schemes);
    MachineReadable.addTo(schemes);
    WorkFormats.addTo(schemes);
    GoodsFormats.addTo(schemes);
    SecuritiesFormats.addTo(schemes);
    UnionFormats.addTo(schemes);
  }

  /// Names of the formats known.
  public Set<String> formats() {
    return new TreeSet<>(schemes.keySet());
  }

  /// What the format is and whose rule it follows, in one line; empty if it is not known.
  public Optional<String> about(String format) {
    return Optional.ofNullable(scheme(format)).map(Scheme::about);
  }

  // A country code that is a word of a programming language is written with an underscore by some:
  // in__pan, jp_in_.
  private @Nullable Scheme scheme(String format) {
    String name = format.strip().toLowerCase(Locale.ROOT).replace("__", "_");
    return schemes.get(name.endsWith("_") ? name.substring(0, name.length() - 1) : name);
  }

  /// Checks {@code input}. Spaces, dashes and dots of the format's usual notation are ignored, wide
  /// digits and odd dashes are read as plain ones. Never throws on any text.
  public Verdict check(String format, String input) {
    Scheme scheme = scheme(format);
    if (scheme == null) {
      return Verdict.of("", Fault.UNKNOWN_FORMAT);
    }
    if (input.length() > MAX_LENGTH) {
      return Verdict.of("", Fault.LENGTH);
    }
    StringBuilder plain = new StringBuilder();
    for (char c : Normalizer.normalize(input, Normalizer.Form.NFKC).toCharArray()) {
      plain.append(DASHES.indexOf(c) >= 0 ? '-' : c);
    }
    return scheme.check(plain.toString().strip());
  }
}
