// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Checks numbers by the name of their format, for instance {@code co_nit} or {@code imei}.
public final class Identifiers {
  private static final int MAX_LENGTH = 256;
  private static final String DASHES = "‐‑‒–—―−﹘－";

  private final Map<String, Scheme> schemes = new TreeMap<>();

  /// All formats known.
  public Identifiers() {
    AndeanFormats.addTo(schemes);
    SouthernFormats.addTo(schemes);
    NorthernFormats.addTo(schemes);
    EuropeanFormats.addTo(schemes);
    FrenchFormats.addTo(schemes);
    DeviceFormats.addTo(schemes);
    FinanceFormats.addTo(schemes);
    PlainFormats.addTo(schemes);
    PlateFormats.addTo(schemes);
    CardFormats.addTo(schemes);
    schemes.put("mrz_td1", Scheme.of(" \r\n\t", MachineReadable::td1));
    schemes.put("mrz_td2", Scheme.of(" \r\n\t", MachineReadable::td2));
    schemes.put("mrz_td3", Scheme.of(" \r\n\t", MachineReadable::td3));
  }

  /// Names of the formats known.
  public Set<String> formats() {
    return new TreeSet<>(schemes.keySet());
  }

  /// Checks {@code input}. Spaces, dashes and dots of the format's usual notation are ignored, wide
  /// digits and odd dashes are read as plain ones. Never throws on any text.
  public Verdict check(String format, String input) {
    Scheme scheme = schemes.get(format.strip().toLowerCase(Locale.ROOT));
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
    return scheme.check(plain.toString().strip().toUpperCase(Locale.ROOT));
  }
}
